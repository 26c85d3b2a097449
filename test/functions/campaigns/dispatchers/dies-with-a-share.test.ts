import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Runs } from '#shared/app/campaigns/runs.port.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { callsOf } from '#test/support/campaigns/calls-of.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A dispatcher that notes a share of a ramp and dies: the share is of the day all the same, and the day has no more than its number. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

const isPutOfChunk = (command: unknown): boolean =>
  command instanceof PutItemCommand && command.input.Item?.entity?.S === 'chunk';
const isAdvance = (command: unknown): boolean =>
  command instanceof UpdateItemCommand && command.input.ExpressionAttributeValues?.[':cursors'] !== undefined;

/** A minute whose dispatcher dies at the first command of which this is true. */
const diesAt = async (isIt: (command: unknown) => boolean): Promise<void> => {
  let isDead = false;
  const died = campaign.minute(
    callsOf('store', (call, command) => {
      isDead ||= isIt(command);
      return isDead ? Promise.reject(new Error('died')) : call();
    }),
  );
  await expect(died).rejects.toThrow();
  expect(isDead).toBe(true);
};

const minutesPass = async (minutes: number): Promise<void> => {
  for (let minute = 0; minute < minutes; minute += 1) {
    world.clock.forward(60);
    await campaign.minute();
    await campaign.work();
  }
};

/** The same, with how often all outcomes of a run were read, and how often its ramp was noted beside a share. */
const counted = async (minutes: number) => {
  const of = { read: 0, noted: 0 };
  const changed = (runs: Runs): Runs => ({
    ...runs,
    results: (...asked) => {
      of.read += 1;
      return runs.results(...asked);
    },
    takeOfRamp: (access, occurrence, ramped) => {
      // A share is noted with the minute in which it is taken.
      if (ramped.takenAt !== world.clock.now()) of.noted += 1;
      return runs.takeOfRamp(access, occurrence, ramped);
    },
  });
  for (let minute = 0; minute < minutes; minute += 1) {
    world.clock.forward(60);
    await campaign.minute(undefined, changed);
    await campaign.work();
  }
  return of;
};

test('before it cut anybody: they leave minutes later, on the same day, and the next day has its own', async () => {
  await campaign.join(9);
  const run = await campaign.launch({ ramp: [3, 4] });
  await diesAt(isPutOfChunk);
  expect(await campaign.occurrence(run)).toMatchObject({ ramped: { taken: 3 }, cut: 0 });
  await minutesPass(1);
  expect(world.stub.taken).toHaveLength(0);
  await minutesPass(9);
  expect(world.stub.taken).toHaveLength(3);
  world.clock.forward(86_400);
  await minutesPass(9);
  expect(world.stub.taken).toHaveLength(7);
  world.clock.forward(86_400);
  await campaign.settle();
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { sent: 9 } });
});

test('time and again: what each of them took is of the day still', async () => {
  await campaign.join(9);
  await campaign.launch({ ramp: [5, 4], maxPerMinute: 2 });
  for (let times = 0; times < 3; times += 1) {
    await diesAt(isPutOfChunk);
    world.clock.forward(60);
  }
  await minutesPass(12);
  expect(world.stub.taken).toHaveLength(5);
});

test('when it had cut them and not noted it: nobody leaves beside them on that day', async () => {
  await campaign.join(9);
  const run = await campaign.launch({ ramp: [4] });
  await diesAt(isAdvance);
  expect(await campaign.occurrence(run)).toMatchObject({ ramped: { taken: 4 }, cut: 0 });
  await minutesPass(45);
  expect(world.stub.taken).toHaveLength(4);
  world.clock.forward(86_400);
  await campaign.settle();
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { sent: 9 } });
});

test('whom the law keeps of those that leave afterwards gives their place back as ever', async () => {
  const contacts = await campaign.join(9);
  for (const { contactId } of contacts.slice(0, 4)) await world.oppose(contactId, 'email');
  await campaign.launch({ ramp: [3] });
  await diesAt(isPutOfChunk);
  await minutesPass(30);
  expect(world.stub.taken).toHaveLength(3);
});

test('it is slow, and not dead: whoever another minute might cut beside it, the day has no more than its number', async () => {
  const joinedLater = new Set<string>();
  campaign = await startCampaignWorld(world, (contactId) => (joinedLater.has(contactId) ? 1 : 0));
  await campaign.join(3);
  await campaign.launch({ ramp: [3] });
  const [isCutting, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = campaign.minute(
    callsOf('store', async (call, command) => {
      if (isPutOfChunk(command)) {
        isCutting.resolve();
        await mayGoOn.promise;
      }
      return call();
    }),
  );
  await isCutting.promise;
  // Those whom it is about to cut have left, so that another minute would cut others.
  campaign.contacts.splice(0);
  for (const { contactId } of await campaign.join(6)) joinedLater.add(contactId);
  await minutesPass(2);
  expect(world.stub.taken).toHaveLength(0);
  mayGoOn.resolve();
  await slow;
  await minutesPass(12);
  expect(world.stub.taken).toHaveLength(3);
});

test('on its second day: the share is of that day still', async () => {
  await campaign.join(9);
  await campaign.launch({ ramp: [3, 4] });
  await minutesPass(9);
  expect(world.stub.taken).toHaveLength(3);
  world.clock.forward(86_400);
  await diesAt(isPutOfChunk);
  await minutesPass(3);
  expect(world.stub.taken).toHaveLength(3);
  // They leave in the minute that finds them.
  await minutesPass(1);
  expect(world.stub.taken).toHaveLength(7);
  await minutesPass(9);
  expect(world.stub.taken).toHaveLength(7);
});

test('workers that take nothing up for minutes: whoever is in their hands is of the day, and nobody leaves beside them', async () => {
  await campaign.join(9);
  const run = await campaign.launch({ ramp: [3] });
  for (let minute = 0; minute < 9; minute += 1) {
    await campaign.minute();
    world.clock.forward(60);
  }
  expect(await campaign.occurrence(run)).toMatchObject({ ramped: { taken: 3 }, cut: 3 });
  await campaign.work();
  await minutesPass(9);
  expect(world.stub.taken).toHaveLength(3);
});

test('some in the hands of workers and a share that nobody cut: no more are left than nobody cut', async () => {
  await campaign.join(9);
  await campaign.launch({ ramp: [5], maxPerMinute: 3 });
  await campaign.minute();
  world.clock.forward(60);
  await diesAt(isPutOfChunk);
  for (let minute = 0; minute < 9; minute += 1) {
    world.clock.forward(60);
    await campaign.minute();
  }
  await campaign.work();
  await minutesPass(9);
  expect(world.stub.taken).toHaveLength(5);
});

test('while the account has nothing left of its 24 hours: what it left is counted once, and leaves once that has passed', async () => {
  await campaign.join(9);
  await campaign.launch({ ramp: [3] });
  await diesAt(isPutOfChunk);
  campaign.quota.email = { ...campaign.quota.email, sentInLast24Hours: 50_000 };
  expect(await counted(12)).toEqual({ read: 1, noted: 1 });
  expect(world.stub.taken).toHaveLength(0);
  campaign.quota.email = { ...campaign.quota.email, sentInLast24Hours: 0 };
  expect(await counted(2)).toMatchObject({ read: 0 });
  expect(world.stub.taken).toHaveLength(3);
});

test('a day on which nobody dies reads all outcomes twice, and notes once; it reads them once more where places are given back', async () => {
  const contacts = await campaign.join(12);
  const run = await campaign.launch({ ramp: [2, 3, 3] });
  expect(await counted(60)).toEqual({ read: 2, noted: 1 });
  world.clock.forward(86_400 - 3_600);
  expect(await counted(60)).toEqual({ read: 2, noted: 1 });
  expect(world.stub.taken).toHaveLength(5);
  // Of those who are next two refuse, and give their places back.
  const known = await campaign.outcomes(run);
  const [first, second] = contacts
    .filter(({ contactId }) => !known.has(contactId))
    .toSorted((a, b) => (a.contactId < b.contactId ? -1 : 1));
  for (const each of [first, second]) await world.oppose(each?.contactId as ContactId, 'email');
  world.clock.forward(86_400 - 3_600);
  expect(await counted(60)).toEqual({ read: 3, noted: 1 });
  expect(world.stub.taken).toHaveLength(8);
});
