import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReportSums } from '#shared/domain/campaign/run-report.ts';
import { callsOf, type Wrap } from '#test/support/campaigns/calls-of.ts';
import { campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/**
 * A chunk that has an outcome, and is cut again: its dispatcher died before it noted how far it came, and the audience or the share is
 * another since. What is put then lies over the outcome until it is taken away; whoever finds it there goes on where the outcome ended.
 */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  // One shard, so that each cut is one chunk.
  campaign = await startCampaignWorld(world, () => 0);
});
afterEach(() => world.close());

const isAdvance = (command: unknown): boolean =>
  command instanceof UpdateItemCommand && command.input.Key?.sk?.S?.startsWith('OCCURRENCE') === true;
const isChunkPut = (command: unknown): boolean =>
  command instanceof PutItemCommand && command.input.Item?.entity?.S === 'chunk';

const died = (): never => {
  throw new Error('died');
};
const dyingBefore = (isFatal: (command: unknown) => boolean): Wrap =>
  callsOf('store', (call, command) => (isFatal(command) ? died() : call()));

/** What becomes of the put of a chunk, after it had its effect. */
const afterChunkPut = (then: (call: () => unknown) => unknown): Wrap =>
  callsOf('store', (call, command) => (isChunkPut(command) ? Promise.resolve(call()).then(() => then(call)) : call()));
/** The answer is lost, and the client tries again. */
const answerLost = afterChunkPut((call) => call());
const dyingOnceItIsPut = afterChunkPut(died);

const MANY = 50;
/** Minutes; a chunk that nobody settled is put on the queue again after half an hour. */
const LONG = 45;
const quotaFor = (recipients: number) => ({
  perSecond: (recipients * 1.3) / 60,
  in24Hours: undefined,
  sentInLast24Hours: 0,
});

/** A minute that cuts so many, whose dispatcher dies before it notes how far it came; its chunk is sent. */
const cutAndDie = async (recipients: number): Promise<void> => {
  campaign.quota.email = quotaFor(recipients);
  await expect(campaign.minute(dyingBefore(isAdvance))).rejects.toThrow('died');
  await campaign.work();
  world.clock.forward(60);
  campaign.quota.email = quotaFor(MANY);
};

/** The minute that cuts it again, then minutes in which nothing goes wrong. */
const cutAgain = async (how: Wrap): Promise<void> => {
  await campaign.minute(how).catch(() => undefined);
  world.clock.forward(60);
  await campaign.settle(LONG);
};

const HOW = [
  ['and the answer to its put is lost', answerLost],
  ['and its dispatcher dies once it is put', dyingOnceItIsPut],
] as const;

test.each(HOW)('somebody has left the audience since, %s: all are counted who were cut', async (_name, how) => {
  const [, gone] = await campaign.join(3);
  const run = await campaign.launch();
  await cutAndDie(MANY);
  campaign.contacts.splice(0, 3, ...campaign.contacts.filter((contact) => contact !== gone));
  await cutAgain(how);
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', cut: 3, totals: { sent: 3 } });
});

test.each(HOW)('there is more room than before, %s: nobody is left out', async (_name, how) => {
  await campaign.join(4);
  const run = await campaign.launch();
  await cutAndDie(2);
  await cutAgain(how);
  expect(world.stub.taken).toHaveLength(4);
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', cut: 4, totals: { sent: 4 } });
});

test.each(HOW)(
  'a report is asked for meanwhile, %s: it has whom the outcome has, and each once',
  async (_name, how) => {
    await campaign.join(4);
    const run = await campaign.launch();
    await cutAndDie(2);
    await campaign.minute(how).catch(() => undefined);
    const jobs = campaignJobsOf(world, campaign);
    const job = await jobs.work(await jobs.beginReport(run));
    expect(job).toMatchObject({ state: 'finished', task: { known: { isFinal: false } } });
    const { sums } = JSON.parse(jobs.files.get(`${job.jobId}.json`) ?? '') as { sums: ReportSums };
    expect(sums.totals.sent).toBe(2);
  },
);

test('nobody of it is in the audience any more, and it was put again meanwhile: all are counted who were cut', async () => {
  const joined = await campaign.join(3);
  const run = await campaign.launch();
  await cutAndDie(MANY);
  campaign.contacts.splice(0, 3, ...joined.slice(1));
  await campaign.minute(dyingOnceItIsPut).catch(() => undefined);
  world.clock.forward(60);
  campaign.contacts.splice(0);
  await campaign.settle(LONG);
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', cut: 3, totals: { sent: 3 } });
});

test('nobody of it is in the audience any more, and the provider lets nobody leave: all are counted who were cut', async () => {
  await campaign.join(3);
  const run = await campaign.launch();
  await cutAndDie(MANY);
  campaign.contacts.splice(0);
  campaign.quota.email = { ...quotaFor(MANY), isStopped: true };
  await campaign.minute();
  world.clock.forward(60);
  await campaign.minute();
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', cut: 3, totals: { sent: 3 } });
});

test('its dispatcher died before it was on the queue, and nobody of it is in the audience any more: it is sent at once', async () => {
  await campaign.join(3);
  const run = await campaign.launch();
  await expect(campaign.minute(dyingOnceItIsPut)).rejects.toThrow('dependency-unavailable');
  campaign.contacts.splice(0);
  world.clock.forward(60);
  await campaign.minute();
  await campaign.work();
  expect(world.stub.taken).toHaveLength(3);
  world.clock.forward(60);
  await campaign.settle();
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', cut: 3, totals: { sent: 3 } });
});

test.each(HOW)(
  'a page of those who come up again has less room than before, %s: each ends once',
  async (_name, how) => {
    await campaign.join(4);
    const run = await campaign.launch();
    await campaign.minute();
    await campaign.control(run, 'paused');
    await campaign.work();
    await campaign.control(run, 'running');
    world.clock.forward(60);
    // All of the page are cut and sent, and it is still there.
    const movesPage = (command: unknown) =>
      (command as object).constructor.name === 'DeleteItemCommand' &&
      /#PAGE#/.test((command as { input: { Key: { sk: { S: string } } } }).input.Key.sk.S);
    await expect(campaign.minute(dyingBefore(movesPage))).rejects.toThrow('died');
    await campaign.work();
    world.clock.forward(60);
    campaign.quota.email = quotaFor(1);
    await cutAgain(how);
    expect(world.stub.taken).toHaveLength(4);
    const rows: number[] = [];
    for await (const { outcomes } of campaign.runs.results(world.access, run))
      rows.push(outcomes.filter(({ state }) => state === 'sent').length);
    expect(rows.reduce((sum, sent) => sum + sent, 0)).toBe(4);
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', cut: 4, totals: { sent: 4 } });
  },
);
