import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { statesOf } from '#test/support/campaigns/states-of.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A provider that takes nobody of a run that is in small chunks: few are lost, and the count is of the run. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

const [MOST, IN_HAND] = [5, 2];
type Behaviour = Parameters<SendWorld['stub']['next']>[0];
const answers = (behaviour: Behaviour, count = 2_000): void =>
  world.stub.next(...Array.from({ length: count }, () => behaviour));
const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute += 1) {
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
  }
};
const controlOf = async ({ campaignId }: RunName) => campaign.campaigns.get(world.access, campaignId);
/** A provider that rejects whatever is for one address. */
const rejecting =
  (theirs: string | undefined) =>
  <P extends object>(name: string, port: P): P => {
    if (name !== 'provider') return port;
    const { email } = port as unknown as { email: (mail: { to: string }, ...more: unknown[]) => Promise<unknown> };
    const sent = async (mail: { to: string }, ...more: unknown[]) =>
      mail.to === theirs
        ? { answer: 'not-taken', retryable: false, cause: 'rejected:PRICE_OVER_THRESHOLD' }
        : email(mail, ...more);
    return { email: sent } as unknown as P;
  };

test.each([
  ['server-error', 'unanswered', 'unknown'],
  ['reject-address', 'address-undeliverable', 'refused'],
] as const)(
  'three in a minute, and %s of each: few are lost, and the campaign pauses itself (%s)',
  async (fault, because, lost) => {
    await campaign.join(40);
    const run = await campaign.launch({ maxPerMinute: 3 });
    answers(fault);
    await minutes(15);
    expect(await controlOf(run)).toMatchObject({ control: 'paused', pausedBecause: because });
    expect((await statesOf(campaign, run))[lost]).toBe(world.stub.calls());
    // Five, and those whom the last worker had in hand with them.
    expect(world.stub.calls()).toBeLessThanOrEqual(MOST + IN_HAND);
  },
);

test('whoever resumes it begins the count again, and all others have their message', async () => {
  await campaign.join(40);
  const run = await campaign.launch({ maxPerMinute: 3 });
  answers('server-error', 9);
  await minutes(5);
  await campaign.control(run, 'running');
  await minutes(20);
  expect(await controlOf(run)).toMatchObject({ control: 'running' });
  // Four of the second time, and then it answers.
  expect(await statesOf(campaign, run)).toEqual({ unknown: 9, sent: 31 });
});

test('a provider that goes silent once it has taken some loses few', async () => {
  await campaign.join(60);
  const run = await campaign.launch({ maxPerMinute: 3 });
  world.stub.next('take', 'take', 'take');
  answers('server-error');
  await minutes(15);
  expect(await controlOf(run)).toMatchObject({ control: 'paused', pausedBecause: 'unanswered' });
  const { sent, unknown } = await statesOf(campaign, run);
  expect(sent).toBe(3);
  expect(unknown).toBeLessThanOrEqual(2 * MOST + IN_HAND);
});

test('half of the addresses are none, and half of the hand-offs of others have no answer: nothing pauses while some are taken', async () => {
  await campaign.join(60);
  const run = await campaign.launch({ maxPerMinute: 3 });
  world.stub.next(...Array.from({ length: 20 }, () => ['take', 'reject-address', 'server-error'] as const).flat());
  await minutes(30);
  expect(await controlOf(run)).toMatchObject({ control: 'running' });
  expect(await statesOf(campaign, run)).toEqual({ sent: 20, refused: 20, unknown: 20 });
});

test('nineteen addresses in a row that are none pause nothing where others were taken', async () => {
  await campaign.join(60);
  const run = await campaign.launch({ maxPerMinute: 3 });
  world.stub.next('take');
  answers('reject-address', 19);
  await minutes(30);
  expect(await controlOf(run)).toMatchObject({ control: 'running' });
  expect(await statesOf(campaign, run)).toEqual({ sent: 41, refused: 19 });
});

test('a worker that dies once it has counted leaves a campaign that the next chunk pauses, and hands over nobody else', async () => {
  await campaign.join(40);
  const run = await campaign.launch({ maxPerMinute: 3 });
  answers('server-error');
  const lostPause = <P extends object>(name: string, port: P): P => {
    if (name !== 'store') return port;
    const send = async (command: { input: object }) => {
      if (JSON.stringify(command.input).includes('#control = :control')) throw new Error('the worker died');
      return (port as unknown as { send: (asked: unknown) => Promise<unknown> }).send(command);
    };
    return Object.assign(Object.create(port) as P, { send });
  };
  for (let minute = 0; minute < 4; minute += 1) {
    await campaign.minute();
    await campaign.work(lostPause).catch(() => undefined);
    world.clock.forward(60);
  }
  const handed = world.stub.calls();
  expect(handed).toBeLessThanOrEqual(MOST + IN_HAND);
  expect(await controlOf(run)).toMatchObject({ control: 'running' });
  // The entries of its chunks are put on the queue again.
  await minutes(35);
  expect(world.stub.calls()).toBe(handed);
  expect(await controlOf(run)).toMatchObject({ control: 'paused', pausedBecause: 'unanswered' });
});

test('a campaign that paused itself and was cancelled stays cancelled: nothing that is in a row brings it back', async () => {
  await campaign.join(40);
  const run = await campaign.launch({ maxPerMinute: 3 });
  answers('server-error');
  await minutes(5);
  expect(await controlOf(run)).toMatchObject({ control: 'paused' });
  await campaign.control(run, 'cancelled');
  await minutes(10);
  expect(await controlOf(run)).toMatchObject({ control: 'cancelled' });
  const unknown = world.stub.calls();
  expect(await statesOf(campaign, run)).toMatchObject({ unknown, cancelled: 40 - unknown });
});

test.each([[undefined], [2]])(
  'one recipient whom it rejects, at %s a minute: they alone end, and the others have their message',
  async (maxPerMinute) => {
    const joined = await campaign.join(60);
    const theirs = joined.toSorted((a, b) => (a.contactId < b.contactId ? -1 : 1))[3]?.address;
    const run = await campaign.launch({ ...(maxPerMinute && { maxPerMinute }) });
    const wrap = rejecting(theirs);
    let pauses = 0;
    for (let minute = 0; minute < 60; minute += 1) {
      await campaign.minute();
      await campaign.work(wrap);
      world.clock.forward(60);
      if ((await controlOf(run))?.control !== 'paused') continue;
      pauses += 1;
      await campaign.control(run, 'running');
    }
    expect(pauses).toBeLessThanOrEqual(1);
    expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 59, refused: 1 });
    const refused = [...(await campaign.outcomes(run)).values()].find(({ state }) => state === 'refused');
    expect(refused?.codes).toEqual(['rejected:PRICE_OVER_THRESHOLD']);
  },
);

test('a provider that begins to reject all loses nobody: it pauses itself, and whoever it rejected has the message later', async () => {
  await campaign.join(60);
  const run = await campaign.launch({ maxPerMinute: 3 });
  answers('take', 6);
  answers('reject', 5);
  await minutes(6);
  expect(await controlOf(run)).toMatchObject({ control: 'paused', pausedBecause: 'rejected:MessageRejected' });
  await campaign.control(run, 'running');
  await minutes(40);
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 60 });
});

test('a provider that rejects all from the start pauses it at once, and again within a few once it is resumed', async () => {
  await campaign.join(40);
  const run = await campaign.launch({ maxPerMinute: 3 });
  answers('reject');
  await minutes(1);
  expect(await controlOf(run)).toMatchObject({ control: 'paused' });
  const before = world.stub.calls();
  await campaign.control(run, 'running');
  await minutes(6);
  expect(await controlOf(run)).toMatchObject({ control: 'paused', pausedBecause: 'rejected:MessageRejected' });
  expect(world.stub.calls() - before).toBeLessThanOrEqual(7);
  expect(await statesOf(campaign, run)).not.toHaveProperty('refused');
});
