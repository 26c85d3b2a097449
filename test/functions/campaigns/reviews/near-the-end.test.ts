import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { inDoubtIn } from '#test/support/campaigns/in-doubt.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';
import { oneOfCommit } from '#test/support/shares/share.ts';

/** Who waits for a human comes up sooner as the end nears, and takes no place of whoever may leave (docs/decisions/0122). */
let world: SendWorld;
let campaign: CampaignWorld;
let inDoubt: ReturnType<typeof inDoubtIn>;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  inDoubt = inDoubtIn(world, campaign);
});
afterEach(() => world.close());

const MINUTE = 60;
/** Minutes, each with its work. */
const minutes = async (count: number): Promise<void> => {
  for (let minute = 0; minute < count; minute += 1) {
    await campaign.minute();
    await campaign.work();
    world.clock.forward(MINUTE);
  }
};
const endingIn = (count: number) => ({ endsAt: addSeconds(world.clock.now(), count * MINUTE) });
const totalsOf = async (run: RunName) => (await campaign.occurrence(run))?.totals;

test('a paced campaign reaches all who were never vetted, however many wait for a human until its end', async () => {
  await campaign.join(60);
  await inDoubt.join(32);
  const run = await campaign.launch({ ...endingIn(120), maxPerMinute: 1 });
  await minutes(120);
  await campaign.settle();
  expect(await totalsOf(run)).toEqual({ sent: 60, expired: 32 });
});

test.each(
  oneOfCommit([
    [190, 60, 300],
    [200, 100, 360],
  ]),
)(
  'a paced campaign of hours reaches its %i who may leave, whatever %i others wait for',
  async (leaving, waiting, time) => {
    await campaign.join(leaving);
    await inDoubt.join(waiting);
    const run = await campaign.launch({ ...endingIn(time), maxPerMinute: 1 });
    await minutes(time);
    await campaign.settle(60);
    expect(await totalsOf(run)).toEqual({ sent: leaving, expired: waiting });
  },
);

test('who waits for a human is vetted each hour where nobody else may leave', async () => {
  await inDoubt.join(3);
  await campaign.launch({ ...endingIn(300), maxPerMinute: 5 });
  const vetted: number[] = [];
  for (let minute = 0; minute < 130; minute += 1) {
    await campaign.minute();
    const outcomes = await campaign.work();
    vetted.push(...outcomes.map(({ totals }) => totals['in-review'] ?? 0));
    world.clock.forward(MINUTE);
  }
  expect(vetted.reduce((sum, each) => sum + each, 0)).toBe(9);
});

test('who stayed behind the audience at their usual hour leaves before it once they are allowed', async () => {
  await campaign.join(200);
  await inDoubt.join(60);
  const run = await campaign.launch({ ...endingIn(600), maxPerMinute: 1 });
  await minutes(120);
  const staying = [...(await campaign.outcomes(run))].flatMap(([contactId, { state, dueAt = '' }]) =>
    state === 'in-review' && dueAt <= world.clock.now() ? [contactId] : [],
  );
  expect(staying.length).toBeGreaterThan(0);
  await inDoubt.allow();
  await minutes(staying.length);
  const outcomes = await campaign.outcomes(run);
  expect(staying.map((contactId) => outcomes.get(contactId)?.state)).toEqual(staying.map(() => 'sent'));
});

test('a campaign of which all wait takes nothing of what another gets, hours before its end', async () => {
  campaign.quota.email = { perSecond: 1, in24Hours: 5, sentInLast24Hours: 0 };
  await inDoubt.join(60);
  const waiting = await campaign.launch({ ...endingIn(300), name: 'waits' });
  // Four leave in a minute.
  await minutes(50);
  campaign.contacts.splice(0);
  await campaign.join(300);
  const leaving = await campaign.launch({ ...endingIn(80), name: 'leaves' });
  await minutes(80);
  await campaign.minute();
  expect(await totalsOf(leaving)).toEqual({ sent: 300 });
  // Once it has left they are vetted again.
  await campaign.work();
  const turns = [...(await campaign.outcomes(waiting)).values()].map(({ dueAt = '' }) => dueAt > world.clock.now());
  expect(turns).toContain(true);
});

test('a campaign of which all wait takes nothing of what the provider takes from another that ends with it', async () => {
  campaign.quota.email = { perSecond: 1, in24Hours: 5, sentInLast24Hours: 0 };
  await inDoubt.join(40);
  const waiting = await campaign.launch({ ...endingIn(60), name: 'waits' });
  // Four leave in a minute.
  await minutes(10);
  campaign.contacts.splice(0);
  await campaign.join(190);
  const leaving = await campaign.launch({ ...endingIn(50), name: 'leaves' });
  await minutes(50);
  await campaign.settle();
  expect(await totalsOf(leaving)).toEqual({ sent: 190 });
  expect(await totalsOf(waiting)).toEqual({ expired: 40 });
});

test.each([
  ['leave within a minute of a decision of its channel', ['email'], { sent: 3 }, 3],
  ['stay there after a decision of another channel alone', ['sms'], { expired: 3 }, 0],
] as const)('who came up and stayed where they were %s', async (_of, channels, totals, taken) => {
  await inDoubt.join(3);
  const run = await campaign.launch(endingIn(60));
  await minutes(35);
  await inDoubt.allow({ channels });
  await minutes(2);
  expect(world.stub.taken).toHaveLength(taken);
  await minutes(25);
  await campaign.settle();
  expect(await totalsOf(run)).toEqual(totals);
});
