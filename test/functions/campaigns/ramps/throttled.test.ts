import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Runs } from '#shared/app/campaigns/runs.port.ts';
import { instant } from '#test/support/builders.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A provider that throttles a campaign with a ramp: whoever was not written to comes up again on the same day, and the day has its number. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  // All of one shard, and so of one chunk.
  campaign = await startCampaignWorld(world, () => 0);
});
afterEach(() => world.close());

const minutesPass = async (minutes: number): Promise<void> => {
  for (let minute = 0; minute < minutes; minute += 1) {
    world.clock.forward(60);
    await campaign.minute();
    await campaign.work();
  }
};
const throttles = (times: number): void => {
  for (let time = 0; time < times; time += 1) world.stub.next('throttle');
};
const DAY_SECONDS = 86_400;

test('whoever was tried, and whoever was not, leave on the same day, and nobody beside them', async () => {
  await campaign.join(24);
  const run = await campaign.launch({ ramp: [20] });
  // Sixteen are in flight, and two more are tried before the third answer: two of the chunk are not.
  throttles(18);
  await minutesPass(1);
  expect(world.stub.taken).toHaveLength(0);
  await minutesPass(12);
  expect(world.stub.taken).toHaveLength(20);
  world.clock.forward(DAY_SECONDS);
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 24 });
});

test('while places of the day are left, they and the others have them together', async () => {
  await campaign.join(12);
  await campaign.launch({ ramp: [7], maxPerMinute: 4 });
  throttles(4);
  await minutesPass(20);
  expect(world.stub.taken).toHaveLength(7);
});

test('throttled to the end of a day, they have places of the next one, and that has no more than its number', async () => {
  await campaign.join(12);
  await campaign.launch({ ramp: [3, 4] });
  throttles(3 * 20);
  await minutesPass(20);
  expect(world.stub.taken).toHaveLength(0);
  world.clock.forward(DAY_SECONDS);
  await minutesPass(20);
  expect(world.stub.taken).toHaveLength(4);
  world.clock.forward(DAY_SECONDS);
  await campaign.settle();
  expect(world.stub.taken).toHaveLength(12);
});

test('whom the law keeps when they come up again gives the place back', async () => {
  const contacts = await campaign.join(9);
  const run = await campaign.launch({ ramp: [4] });
  throttles(4);
  await minutesPass(1);
  const first = contacts.map(({ contactId }) => contactId).toSorted();
  for (const contactId of first.slice(0, 4)) await world.oppose(contactId, 'email');
  await minutesPass(20);
  expect(world.stub.taken).toHaveLength(4);
  world.clock.forward(DAY_SECONDS);
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 5, refused: 4 });
});

test.each(['takeOfRamp', 'cut', 'movePage', 'advance'] as const)(
  'a dispatcher that dies at its %s as they come up again beside others takes no place of the day twice, and loses none',
  async (name) => {
    for (const isDone of [false, true]) {
      await campaign.join(12);
      const run = await campaign.launch({ name: `winter ${isDone}`, ramp: [7], maxPerMinute: 4 });
      throttles(4);
      await minutesPass(1);
      const before = world.stub.taken.length;
      const dying = (runs: Runs): Runs => ({
        ...runs,
        [name]: async (...asked: never[]) => {
          if (isDone) await (runs[name] as (...given: never[]) => Promise<unknown>)(...asked);
          throw new Error('died');
        },
      });
      world.clock.forward(60);
      await expect(campaign.minute(undefined, dying)).rejects.toThrow('died');
      await campaign.work();
      await minutesPass(15);
      expect(world.stub.taken).toHaveLength(before + 7);
      world.clock.forward(DAY_SECONDS);
      await campaign.settle();
      expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 12 });
      campaign.contacts.splice(0);
    }
  },
);

test('of a run in waves it is the same, once their hour has come', async () => {
  for (const contact of await campaign.join(9)) Object.assign(contact, { zone: 'Indian/Reunion' });
  world.clock.set(instant('2026-12-01T04:50:00Z'));
  await campaign.launch({
    schedule: { waves: '2026-12-01T09:00' },
    endsAt: instant('2026-12-04T20:00:00Z'),
    ramp: [3, 4],
  });
  await minutesPass(2);
  throttles(3);
  world.clock.set(instant('2026-12-01T05:00:00Z'));
  await minutesPass(15);
  expect(world.stub.taken).toHaveLength(3);
  world.clock.forward(DAY_SECONDS);
  await minutesPass(10);
  expect(world.stub.taken).toHaveLength(7);
});

test('whom a pause kept from leaving keeps the place for the day, and has one of the next day after it', async () => {
  await campaign.join(9);
  const run = await campaign.launch({ ramp: [3, 4] });
  await campaign.minute();
  await campaign.control(run, 'paused');
  await campaign.work();
  expect(world.stub.taken).toHaveLength(0);
  await campaign.control(run, 'running');
  await minutesPass(10);
  expect(world.stub.taken).toHaveLength(3);
  world.clock.forward(DAY_SECONDS);
  await campaign.minute();
  await campaign.control(run, 'paused');
  await campaign.work();
  await campaign.control(run, 'running');
  await minutesPass(10);
  expect(world.stub.taken).toHaveLength(7);
});
