import { isDeepStrictEqual } from 'node:util';
import {
  ConditionalCheckFailedException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { callsOf } from '#test/support/campaigns/calls-of.ts';
import { campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Two dispatchers beside each other, each in its own minute, of whom the audience shows one what it does not show the other. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

/** The update of a run among what a command writes: its end is written with its campaign. */
const updateOfRun = (command: unknown) => {
  const updates =
    command instanceof TransactWriteItemsCommand
      ? (command.input.TransactItems ?? []).map(({ Update }) => Update)
      : [command instanceof UpdateItemCommand ? command.input : undefined];
  return updates.find((update) => update?.Key?.sk?.S?.startsWith('OCCURRENCE') === true);
};
const isAdvance = (command: unknown): boolean => updateOfRun(command) !== undefined;

/** Notes how far it came only once `before` is done. */
const advancingAfter = (before: () => Promise<unknown>) =>
  callsOf('store', (call, command) => (isAdvance(command) ? before().then(() => call()) : call()));

/** Both read the run, the first the audience before `change` and the second after it; the first notes how far it came first. */
const besideEachOther = async (change: () => Promise<unknown>): Promise<void> => {
  const [isRead, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const waits = async () => {
    isRead.resolve();
    await mayGoOn.promise;
  };
  const first = campaign.minute(advancingAfter(waits));
  await isRead.promise;
  await change();
  world.clock.forward(60);
  await campaign.minute(
    advancingAfter(async () => {
      mayGoOn.resolve();
      await first;
    }),
  );
};

test('who joined where one of them saw the end of a shard is written to, and the run ends with all who were', async () => {
  await campaign.join(1);
  const run = await campaign.launch();
  await besideEachOther(() => campaign.join(3));
  await campaign.settle();
  const written = world.stub.taken.length;
  expect(written).toBeGreaterThan(1);
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', cut: written, totals: { sent: written } });
});

test('who left where the other one saw the end of a shard is written to once, and the run ends with them', async () => {
  const joined = await campaign.join(3);
  const run = await campaign.launch();
  await besideEachOther(async () => {
    campaign.contacts.splice(0, joined.length);
  });
  await campaign.settle();
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', cut: 3, totals: { sent: 3 } });
});

test('a chunk that comes to the table once its run is finished is not sent', async () => {
  const run = await campaign.launch();
  await campaign.minute();
  await campaign.join(1);
  const [contact] = campaign.contacts;
  if (contact === undefined) throw new Error('nobody');
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', cut: 0 });
  const recipients = [{ contactId: contact.contactId }];
  const chunk = { chunkId: 'late', scheduledAt: run.scheduledAt, cutAt: world.clock.now(), turn: 0, upTo: 'end' };
  await campaign.runs.cut(world.access, run, { ...chunk, recipients });
  expect(await campaign.deliver({ ...run, chunkId: 'late' })).toMatchObject({ state: 'outdated' });
  expect(world.stub.taken).toEqual([]);
});

/** An update that ends the run; one that closes it to workers before that. */
const isSetting = (command: unknown, name: string, value: object): boolean =>
  isDeepStrictEqual(updateOfRun(command)?.ExpressionAttributeValues?.[`:${name}`], value);
const isFinishing = (command: unknown): boolean => isSetting(command, 'state', { S: 'finished' });
const isClosing = (command: unknown): boolean => isSetting(command, 'isClosed', { BOOL: true });
const runOf = async (run: RunName): Promise<object> => (await campaign.occurrence(run)) ?? {};

/** A minute whose dispatcher dies when it has added up a run and is about to end it. */
const diesAtTheEnd = async (): Promise<void> => {
  const died = minuteWith(isFinishing, async () => {
    throw new Error('died');
  });
  await expect(died).rejects.toThrow();
};

/** Another dispatcher, which saw somebody in the audience, puts their chunk, and a worker takes it up at once. */
const putBeside = async (run: RunName, chunkId = 'beside'): Promise<unknown> => {
  const [recipient] = await campaign.join(1);
  if (recipient === undefined) throw new Error('nobody');
  campaign.contacts.splice(0);
  const { contactId } = recipient;
  const chunk = { chunkId, scheduledAt: run.scheduledAt, cutAt: world.clock.now(), turn: 0, upTo: 'end' };
  await campaign.runs.cut(world.access, run, { ...chunk, recipients: [{ contactId }] });
  return campaign.deliver({ ...run, chunkId });
};
/** The minute in which the run ends, but for what happens `before` this command. */
const minuteWith = (isIt: (command: unknown) => boolean, before: () => Promise<unknown>) => {
  let isDone = false;
  return campaign.minute(
    callsOf('store', (call, command) => {
      if (isDone || !isIt(command)) return call();
      isDone = true;
      return before().then(() => call());
    }),
  );
};

test('who is put between the last look at a run and its end is not written to', async () => {
  const run = await campaign.launch();
  let came: unknown;
  await minuteWith(isFinishing, async () => {
    came = await putBeside(run);
  });
  await campaign.settle();
  expect(came).toMatchObject({ state: 'outdated' });
  expect(await runOf(run)).toMatchObject({ state: 'finished', cut: 0, totals: {} });
  expect(world.stub.taken).toEqual([]);
  // Their chunk stays in the table, and the report is made all the same, without them.
  const jobs = campaignJobsOf(world, campaign);
  const { jobId, state } = await jobs.work(await jobs.beginReport(run));
  expect(state).toBe('finished');
  expect(JSON.parse(jobs.files.get(`${jobId}.json`) ?? '{}')).toMatchObject({ isFinal: true, recipients: [] });
});

test('who is put just before a run is closed to workers has a state, and is counted', async () => {
  const run = await campaign.launch();
  await minuteWith(isClosing, () => putBeside(run));
  await campaign.settle();
  expect(world.stub.taken).toHaveLength(1);
  expect(await runOf(run)).toMatchObject({ state: 'finished', cut: 1, totals: { sent: 1 } });
});

test('who is put while a run is closed, and not ended since its dispatcher died, is written to once it is open again', async () => {
  const run = await campaign.launch();
  await diesAtTheEnd();
  expect(await runOf(run)).toMatchObject({ state: 'running', isClosed: true });
  expect(await putBeside(run)).toMatchObject({ state: 'outdated' });
  // It is opened in the next minute, and what a worker left alone is put on the queue at once: there may be no half hour left.
  await campaign.settle(5);
  expect(world.stub.taken).toHaveLength(1);
  expect(await runOf(run)).toMatchObject({ state: 'finished', cut: 1, totals: { sent: 1 } });
});

/** A run that a dispatcher which died left closed, and somebody whose chunk a worker left alone meanwhile; a minute later. */
const leftClosed = async (): Promise<RunName> => {
  const run = await campaign.launch({ endsAt: addSeconds(world.clock.now(), 20 * 60) });
  await diesAtTheEnd();
  expect(await putBeside(run)).toMatchObject({ state: 'outdated' });
  world.clock.forward(60);
  return run;
};
/** They are written to in the minutes that follow, and the run ends with them. */
const endsWithThem = async (run: RunName): Promise<void> => {
  await campaign.work();
  world.clock.forward(60);
  await campaign.settle(5);
  expect(world.stub.taken).toHaveLength(1);
  expect(await runOf(run)).toMatchObject({ state: 'finished', cut: 1, totals: { sent: 1 } });
};

test.each([41, 49])('a minute that comes to a closed run after %i s puts what was left alone', async (seconds) => {
  const run = await leftClosed();
  let isSlow = false;
  await campaign.minute(undefined, (runs) => ({
    ...runs,
    read: async (...asked) => {
      if (!isSlow) world.clock.forward(seconds);
      isSlow = true;
      return runs.read(...asked);
    },
  }));
  await endsWithThem(run);
});

const isOpening = (command: unknown): boolean => isSetting(command, 'isClosed', { BOOL: false });
const changedBefore = (): Error => new ConditionalCheckFailedException({ message: 'changed', $metadata: {} });

test('where the update that opens a run is made twice, since its answer was lost, what was left alone is put', async () => {
  const run = await leftClosed();
  await campaign.minute(
    callsOf('store', async (call, command) => {
      const answer = await call();
      if (isOpening(command)) throw changedBefore();
      return answer;
    }),
  );
  expect(await runOf(run)).toMatchObject({ isClosed: false });
  await endsWithThem(run);
});

test('a dispatcher that dies once it opened a run has put what was left alone, for when it can no longer be closed', async () => {
  const run = await leftClosed();
  const died = campaign.minute(
    callsOf('store', async (call, command) => {
      const answer = await call();
      if (isOpening(command)) throw new Error('died');
      return answer;
    }),
  );
  await expect(died).rejects.toThrow();
  expect(campaign.queue.map(({ delaySeconds }) => delaySeconds)).toEqual([50]);
  await endsWithThem(run);
});

test('who is put just before a run is opened again, and left alone by a worker, is put on the queue as well', async () => {
  const run = await leftClosed();
  await minuteWith(isOpening, () => putBeside(run, 'beside too'));
  await campaign.work();
  world.clock.forward(60);
  await campaign.settle(5);
  expect(world.stub.taken).toHaveLength(2);
});

/** A run of two, both sent to, that a dispatcher who died left closed. */
const leftClosedAfterTwo = async (): Promise<RunName> => {
  await campaign.join(2);
  const run = await campaign.launch();
  await campaign.minute();
  await campaign.work();
  world.clock.forward(60);
  await diesAtTheEnd();
  return run;
};

test('a run that was closed by a dispatcher that died is ended in the next minute', async () => {
  const run = await leftClosedAfterTwo();
  world.clock.forward(60);
  await campaign.minute();
  expect(await runOf(run)).toMatchObject({ state: 'finished', cut: 2, totals: { sent: 2 } });
});

test('a sum that had begun begins again where somebody was put meanwhile', async () => {
  const run = await leftClosedAfterTwo();
  const closed = await campaign.occurrence(run);
  if (closed === undefined) throw new Error('no run');
  const added = { totals: { sent: 2 }, taken: 2, upTo: 'zzz', again: 0 };
  expect(await campaign.runs.noteSum(world.access, closed, added)).toBe(true);
  await putBeside(run);
  await campaign.settle(5);
  expect(world.stub.taken).toHaveLength(3);
  expect(await runOf(run)).toMatchObject({ state: 'finished', cut: 3, totals: { sent: 3 } });
});
