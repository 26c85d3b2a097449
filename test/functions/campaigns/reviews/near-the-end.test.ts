import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { decideReview } from '#shared/app/reviews/decide-review.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';

import type { FormId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import { reviewIdOf } from '#shared/domain/review/review.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { aFormVersion, consentFacts, instant, referenceOf } from '#test/support/builders.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Who waits for a human comes up sooner as the end nears, and takes no place of whoever may leave (docs/decisions/0122). */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  await world.ports.formVersions.put(world.access, DOUBTFUL);
});
afterEach(() => world.close());

const MINUTE = 60;
/** Whether its wording names the channel is for a human to say. */
const DOUBTFUL = aFormVersion({
  formId: 'jeu' as FormId,
  wording: 'J’accepte de recevoir les offres de Maison Valmy.',
  channels: [],
});
const CAUSE = 'form:jeu@1';

/** So many contacts who agreed on that form. */
const joinInDoubt = async (count: number): Promise<readonly string[]> => {
  const made = await Promise.all(Array.from({ length: count }, () => world.aMessage({ consents: false })));
  for (const { contactId, address } of made) {
    const seen = emptyStanding(
      { advertiserId: world.access.advertiserId, contactId, addressKind: 'email' },
      world.clock.now(),
    );
    const consent = consentFacts({ channels: ['email'], form: referenceOf(DOUBTFUL) });
    const id = `${contactId}.${'c'.repeat(16)}` as never;
    const event = { type: 'consent-given', id, consent, observed: false, actor: { by: 'system' } } as const;
    await appendToLedger(world.ledger, world.access, [{ contactId, seen, events: [event], address }], {
      at: instant('2026-05-20T09:00:01Z'),
    });
    campaign.contacts.push({ contactId, address });
  }
  return made.map(({ address }) => address);
};

const allow = async (appliesTo: { readonly channels: readonly Channel[] } = { channels: ['email'] }): Promise<void> => {
  const { ports, reviews, ledger, access } = world;
  await decideReview(
    { ...ports, reviews, ledger },
    {
      access,
      reviewId: reviewIdOf(access.advertiserId, CAUSE),
      content: {
        decision: 'allowed',
        reason: 'Lu.',
        decider: 'Jeanne Roy',
        appliesTo: { channels: [...appliesTo.channels] },
      },
      apiKeyId: 'root',
      mayAnnul: false,
      request: { requestId: `r-${world.clock.now()}`, bodySha256: sha256Of('allowed') },
    },
  );
};

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
  await joinInDoubt(32);
  const run = await campaign.launch({ ...endingIn(120), maxPerMinute: 1 });
  await minutes(120);
  await campaign.settle();
  expect(await totalsOf(run)).toEqual({ sent: 60, expired: 32 });
});

test.each([
  [190, 60, 300],
  [200, 100, 360],
])(
  'a paced campaign of hours reaches its %i who may leave, whatever %i others wait for',
  async (leaving, waiting, time) => {
    await campaign.join(leaving);
    await joinInDoubt(waiting);
    const run = await campaign.launch({ ...endingIn(time), maxPerMinute: 1 });
    await minutes(time);
    await campaign.settle(60);
    expect(await totalsOf(run)).toEqual({ sent: leaving, expired: waiting });
  },
);

test('who waits for a human is vetted each hour where nobody else may leave', async () => {
  await joinInDoubt(3);
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
  await joinInDoubt(60);
  const run = await campaign.launch({ ...endingIn(600), maxPerMinute: 1 });
  await minutes(120);
  const staying = [...(await campaign.outcomes(run))].flatMap(([contactId, { state, dueAt = '' }]) =>
    state === 'in-review' && dueAt <= world.clock.now() ? [contactId] : [],
  );
  expect(staying.length).toBeGreaterThan(0);
  await allow();
  await minutes(staying.length);
  const outcomes = await campaign.outcomes(run);
  expect(staying.map((contactId) => outcomes.get(contactId)?.state)).toEqual(staying.map(() => 'sent'));
});

test('a campaign of which all wait takes nothing of what another gets, hours before its end', async () => {
  campaign.quota.email = { perSecond: 1, in24Hours: 5, sentInLast24Hours: 0 };
  await joinInDoubt(60);
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
  await joinInDoubt(40);
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
  await joinInDoubt(3);
  const run = await campaign.launch(endingIn(60));
  await minutes(35);
  await allow({ channels });
  await minutes(2);
  expect(world.stub.taken).toHaveLength(taken);
  await minutes(25);
  await campaign.settle();
  expect(await totalsOf(run)).toEqual(totals);
});
