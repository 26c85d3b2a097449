import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '#test/support/builders.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { inDoubtIn } from '#test/support/campaigns/in-doubt.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Whoever comes up again waits for no one of a wave whose turn is still to come: no more than in a run without waves. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

const HOUR = instant('2026-12-01T08:00:00Z');
const WAVES = { schedule: { waves: '2026-12-01T09:00' }, endsAt: instant('2026-12-01T20:00:00Z') } as const;
const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute += 1) {
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
  }
};

test.each([
  ['in waves', WAVES],
  ['of one hour', { schedule: { at: '2026-12-01T09:00', zone: 'Europe/Paris' }, endsAt: WAVES.endsAt }],
] as const)(
  'of a run %s: whoever a human lets go leaves within the hour, whoever else is still to come',
  async (_of, run) => {
    const inDoubt = inDoubtIn(world, campaign);
    await inDoubt.join(6);
    await campaign.join(150);
    world.clock.set(instant('2026-12-01T07:50:00Z'));
    const firstRun = 'waves' in run.schedule ? world.clock.now() : HOUR;
    const name = await campaign.launch({ ...run, firstRun, maxPerMinute: 1 });
    await minutes(1);
    world.clock.set(HOUR);
    const waiting = async () =>
      [...(await campaign.outcomes(name))].flatMap(([contactId, { state }]) =>
        state === 'in-review' ? [contactId] : [],
      );
    for (let minute = 0; minute < 60 && (await waiting()).length === 0; minute += 1) await minutes(1);
    const found = await waiting();
    expect(found).toHaveLength(1);
    await inDoubt.allow();
    await minutes(63);
    const outcomes = await campaign.outcomes(name);
    expect(found.map((contactId) => outcomes.get(contactId)?.state)).toEqual(['sent']);
    expect(world.stub.taken.length).toBeLessThan(130);
  },
);

test('whom the provider throttled is tried again before others of their wave', async () => {
  await campaign.join(20);
  world.clock.set(instant('2026-12-01T07:50:00Z'));
  const run = await campaign.launch({ ...WAVES, firstRun: world.clock.now(), maxPerMinute: 1 });
  await minutes(1);
  world.clock.set(HOUR);
  world.stub.next('throttle');
  await minutes(1);
  const throttled = [...(await campaign.outcomes(run))].flatMap(([contactId, { codes }]) =>
    codes[0] === 'throttled' ? [contactId] : [],
  );
  expect(throttled).toHaveLength(1);
  await minutes(3);
  const outcomes = await campaign.outcomes(run);
  expect(throttled.map((contactId) => outcomes.get(contactId)?.state)).toEqual(['sent']);
});
