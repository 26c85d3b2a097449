import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callsOf } from '#test/support/campaigns/calls-of.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A run so large that one minute of its function is too short for it. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

/** Each call of this kind takes so many seconds. */
const slow = (wanted: string, seconds: number, isSlow: (asked: unknown) => boolean = () => true) =>
  callsOf(wanted, (call, asked) => {
    if (isSlow(asked)) world.clock.forward(seconds);
    return call();
  });
const readsOutcomes = (command: unknown): boolean =>
  command instanceof QueryCommand && JSON.stringify(command.input).includes('RESULT#');

test('whose audience cannot be cut in one is cut on in the next, and nobody is left out', async () => {
  await campaign.join(9);
  const run = await campaign.launch();
  const cuts: (number | undefined)[] = [];
  for (let minute = 0; minute < 4; minute += 1) {
    cuts.push((await campaign.minute(slow('audience', 60)))?.cut);
    await campaign.work();
    world.clock.forward(60);
  }
  expect(cuts[0]).toBeLessThan(9);
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 9 });
  expect(world.stub.taken).toHaveLength(9);
});

test('whose outcomes cannot be added up in one is ended in a later one, with all of them', async () => {
  await campaign.join(9);
  const run = await campaign.launch({ maxPerMinute: 2 });
  for (let minute = 0; minute < 5; minute += 1) {
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
  }
  // Every minute ends before it has read more than one outcome.
  const finished: (number | undefined)[] = [];
  for (let minute = 0; minute < 9; minute += 1) {
    finished.push((await campaign.minute(slow('store', 60, readsOutcomes)))?.finished);
    world.clock.forward(60);
  }
  expect(finished.slice(0, 3)).toEqual([0, 0, 0]);
  expect(finished).toContain(1);
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { sent: 9 } });
});

const readsStarts = (command: unknown): boolean =>
  command instanceof QueryCommand && JSON.stringify(command.input).includes('DUE#STARTS');

test('of which the starts took all the time cuts nobody: the next one does', async () => {
  await campaign.join(3);
  const run = await campaign.launch();
  expect((await campaign.minute(slow('store', 60, readsStarts)))?.cut).toBe(0);
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 3 });
});

test('whose lost chunks cannot all be put on the queue again in one puts the rest there in the next', async () => {
  await campaign.join(6);
  const run = await campaign.launch({ maxPerMinute: 2 });
  for (let minute = 0; minute < 4; minute += 1) {
    await campaign.minute();
    world.clock.forward(60);
  }
  const lost = campaign.queue.splice(0).length;
  expect(lost).toBeGreaterThan(2);
  world.clock.forward(3_600);
  await campaign.minute(slow('queue', 60));
  expect(campaign.queue).toHaveLength(1);
  world.clock.forward(60);
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 6 });
});

test('of a paused campaign counts nothing of its ramp', async () => {
  await campaign.join(3);
  await campaign.launch({ control: 'paused', ramp: [2] });
  let asked = 0;
  const counting = await campaign.minute(undefined, (port) => ({
    ...port,
    reported: (...given) => {
      asked += 1;
      return port.reported(...given);
    },
  }));
  expect([counting?.cut, asked]).toEqual([0, 0]);
});

test('whose provider takes nothing more today has nobody who waits looked at, and goes on once it does', async () => {
  await campaign.join(2);
  const run = await campaign.launch();
  await campaign.minute();
  await campaign.control(run, 'paused');
  await campaign.work();
  await campaign.control(run, 'running');
  let looks = 0;
  const counted = async () => {
    world.clock.forward(60);
    await campaign.minute(undefined, (runs) => ({
      ...runs,
      duePages: (...asked) => {
        looks += 1;
        return runs.duePages(...asked);
      },
    }));
  };
  campaign.quota.email = { perSecond: 14, in24Hours: 100, sentInLast24Hours: 80 };
  await counted();
  expect(looks).toBe(0);
  campaign.quota.email = { perSecond: 14, in24Hours: 100, sentInLast24Hours: 0 };
  await counted();
  expect(looks).toBe(1);
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 2 });
});
