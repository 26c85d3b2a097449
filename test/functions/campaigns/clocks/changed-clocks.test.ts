import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '#test/support/builders.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Mails as they are handed over around the night of 28 March 2027, on which clocks in Paris go from 02:00 to 03:00. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

/** Who was reached once the clock showed this, and the minute was done with its work. */
const reachedBy = async (text: string): Promise<readonly string[]> => {
  world.clock.set(instant(text));
  await campaign.minute();
  await campaign.work();
  return world.stub.taken.map(({ to }) => to);
};

test.each([
  ['at 09:00 leaves at 09:00 before the change and after it', '09:00', ['27T08:00', '28T07:00', '29T07:00']],
  [
    'at 02:30 leaves at 03:00 on the night that has none, and at 02:30 after it',
    '02:30',
    ['27T01:30', '28T01:00', '29T00:30'],
  ],
])('each day %s', async (_what, at, leaves) => {
  await campaign.join(1);
  world.clock.set(instant('2027-03-26T12:00:00Z'));
  const schedule = { every: 'day', from: '2027-03-27', at, zone: 'Europe/Paris' } as const;
  const firstRun = instant(`2027-03-${leaves[0]}:00.000Z`);
  await campaign.launch({ schedule, firstRun, endsAt: instant('2027-03-29T20:00:00Z') });
  for (const [days, minute] of leaves.entries()) {
    const before = new Date(Date.parse(`2027-03-${minute}:00Z`) - 60_000).toISOString();
    expect(await reachedBy(before), `a minute before ${minute}`).toHaveLength(days);
    expect(await reachedBy(`2027-03-${minute}:00Z`), minute).toHaveLength(days + 1);
  }
  expect(await reachedBy('2027-03-29T19:00:00Z')).toHaveLength(leaves.length);
});

test('waves at 09:00 on the day of the change leave in La Réunion, in Paris and in Martinique at their own 09:00', async () => {
  const [reunion, paris, martinique] = await campaign.join(3);
  if (reunion === undefined || paris === undefined || martinique === undefined) throw new Error('nobody');
  Object.assign(reunion, { zone: 'Indian/Reunion' });
  Object.assign(martinique, { zone: 'America/Martinique' });
  world.clock.set(instant('2027-03-27T12:00:00Z'));
  await campaign.launch({ schedule: { waves: '2027-03-28T09:00' }, endsAt: instant('2027-03-29T20:00:00Z') });
  expect(await reachedBy('2027-03-28T04:59:00Z')).toEqual([]);
  expect(await reachedBy('2027-03-28T05:00:00Z')).toEqual([reunion.address]);
  expect(await reachedBy('2027-03-28T06:59:00Z')).toHaveLength(1);
  expect(await reachedBy('2027-03-28T07:00:00Z')).toEqual([reunion.address, paris.address]);
  expect(await reachedBy('2027-03-28T12:59:00Z')).toHaveLength(2);
  expect(await reachedBy('2027-03-28T13:00:00Z')).toEqual([reunion.address, paris.address, martinique.address]);
});
