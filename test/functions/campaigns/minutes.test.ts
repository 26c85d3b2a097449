import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Runs } from '#shared/app/campaigns/runs.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { instant } from '#test/support/builders.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** What a minute does where something is missing or is lost. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

/** So long after a cancellation nobody can still be written to by anybody. */
const FOR_ALL_SECONDS = 180;

interface Update {
  readonly Key?: { readonly sk?: { readonly S?: string } };
}
interface Command {
  readonly input: Update & { readonly TransactItems?: readonly { readonly Update?: Update }[] };
}
/** It counts what came of a chunk. */
const isCount = ({ input }: Command): boolean =>
  [input, ...(input.TransactItems ?? []).map(({ Update }) => Update)].some((update) =>
    update?.Key?.sk?.S?.startsWith('PROGRESS#'),
  );

/** So many minutes, each cut and sent. */
const minutesPass = async (count: number): Promise<void> => {
  for (let minute = 0; minute < count; minute += 1) {
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
  }
};

const DAILY = { every: 'day', from: '2026-12-01', at: '09:00', zone: 'Europe/Paris' } as const;

describe('a recurring campaign', () => {
  test('that is paused when its time comes skips that run, and runs next at its own time', async () => {
    await campaign.join(1);
    world.clock.set(instant('2026-11-30T12:00:00Z'));
    const firstRun = instant('2026-12-01T08:00:00Z');
    const run = await campaign.launch({ schedule: DAILY, firstRun, endsAt: instant('2026-12-20T12:00:00Z') });
    await campaign.control(run, 'paused');
    for (const day of ['01', '02', '03']) {
      world.clock.set(instant(`2026-12-${day}T08:00:00Z`));
      await campaign.minute();
    }
    world.clock.set(instant('2026-12-03T15:00:00Z'));
    await campaign.control(run, 'running');
    await campaign.minute();
    await campaign.work();
    expect(world.stub.taken).toEqual([]);
    expect(await campaign.campaigns.nextRun(world.access, run.campaignId)).toBe('2026-12-04T08:00:00.000Z');
    world.clock.set(instant('2026-12-04T08:00:00Z'));
    await campaign.settle();
    expect(world.stub.taken).toHaveLength(1);
  });

  test('whose last run is skipped has no run to come', async () => {
    world.clock.set(instant('2026-11-30T12:00:00Z'));
    const firstRun = instant('2026-12-01T08:00:00Z');
    const run = await campaign.launch({ schedule: DAILY, firstRun, endsAt: instant('2026-12-01T12:00:00Z') });
    await campaign.control(run, 'paused');
    world.clock.set(instant('2026-12-01T12:00:00Z'));
    await campaign.minute();
    expect(await campaign.campaigns.nextRun(world.access, run.campaignId)).toBeUndefined();
    expect(await campaign.occurrence(run)).toBeUndefined();
  });
});

test('a campaign that runs once and is paused at its time runs when it goes on', async () => {
  await campaign.join(2);
  const run = await campaign.launch();
  await campaign.control(run, 'paused');
  await campaign.minute();
  await campaign.work();
  expect(world.stub.taken).toEqual([]);
  await campaign.control(run, 'running');
  world.clock.forward(60);
  await campaign.settle();
  expect(world.stub.taken).toHaveLength(2);
});

describe('a quota that cannot be read', () => {
  test('lets nobody of its channel leave, and keeps no cancelled run from its end', async () => {
    await campaign.join(2);
    const first = await campaign.launch({ name: 'first', maxPerMinute: 1 });
    await campaign.minute();
    await campaign.work();
    const second = await campaign.launch({ name: 'second' });
    await campaign.control(first, 'cancelled');
    world.clock.forward(FOR_ALL_SECONDS);
    campaign.quota.unreadable = dependencyUnavailable('SES', undefined);
    await expect(campaign.minute()).rejects.toMatchObject({ code: 'dependency-unavailable' });
    await campaign.work();
    world.clock.forward(60);
    await expect(campaign.minute()).rejects.toMatchObject({ code: 'dependency-unavailable' });
    expect(await campaign.occurrence(first)).toMatchObject({ state: 'finished', totals: { sent: 1, cancelled: 1 } });
    expect(await campaign.occurrence(second)).toMatchObject({ state: 'running', cut: 0 });
    campaign.quota.unreadable = undefined;
    world.clock.forward(60);
    await campaign.settle();
    expect((await campaign.occurrence(second))?.totals).toEqual({ sent: 2 });
  });
});

test('a chunk that may be lost is put on the queue once in half an hour, not each minute', async () => {
  await campaign.join(1);
  await campaign.launch();
  await campaign.minute();
  campaign.queue.splice(0);
  const again: number[] = [];
  for (let minute = 1; minute <= 70; minute += 1) {
    world.clock.forward(60);
    await campaign.minute();
    if (campaign.queue.splice(0).length > 0) again.push(minute);
  }
  expect(again).toEqual([31, 62]);
});

test('chunks that were lost go on the queue again as fast as their provider takes them, and not all at once', async () => {
  await campaign.join(12);
  campaign.quota.email = { perSecond: 0.25, in24Hours: undefined, sentInLast24Hours: 0 };
  await campaign.launch();
  for (let minute = 0; minute < 2; minute += 1) {
    await campaign.minute();
    world.clock.forward(60);
  }
  const lost = campaign.queue.splice(0);
  world.clock.forward(3_600);
  await campaign.minute();
  const delays = campaign.queue.map(({ delaySeconds }) => delaySeconds);
  expect(delays).toHaveLength(lost.length);
  expect(delays.length).toBeGreaterThan(1);
  expect(new Set(delays).size).toBe(delays.length);
});

test('small chunks that were lost count as who is in them, and keep no other campaign waiting', async () => {
  await campaign.join(6);
  campaign.quota.email = { perSecond: 1, in24Hours: undefined, sentInLast24Hours: 0 };
  await campaign.launch();
  await campaign.minute();
  expect(campaign.queue.splice(0).length).toBeGreaterThan(1);
  world.clock.forward(60);
  await campaign.launch({ name: 'spring', firstRun: world.clock.now() });
  await campaign.minute();
  await campaign.work();
  expect(world.stub.taken).toHaveLength(6);
});

test('a cut that is repeated with a smaller share counts whom it finds, and the run ends', async () => {
  await campaign.join(6);
  const run = await campaign.launch();
  /** The dispatcher dies before it notes how far it cut. */
  const dying = <P extends object>(name: string, port: P): P => {
    if (name !== 'store') return port;
    const { send } = port as unknown as { send: (of: unknown) => unknown };
    const first = (command: { readonly input: { readonly Key?: { readonly sk?: { readonly S?: string } } } }) =>
      command.input.Key?.sk?.S?.startsWith('OCCURRENCE#')
        ? Promise.reject(new Error('the dispatcher dies'))
        : send.call(port, command);
    return { ...port, send: first } as P;
  };
  await expect(campaign.minute(dying)).rejects.toThrow();
  await campaign.work();
  campaign.quota.email = { perSecond: 0.03, in24Hours: undefined, sentInLast24Hours: 0 };
  world.clock.forward(60);
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 6 });
});

test('whoever the law leaves out of a ramp uses up nothing of its day', async () => {
  const contacts = await campaign.join(8);
  for (const { contactId } of contacts.slice(0, 4)) await world.oppose(contactId, 'email');
  const run = await campaign.launch({ ramp: [4] });
  await minutesPass(12);
  expect(world.stub.taken).toHaveLength(4);
  world.clock.forward(86_400);
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 4, refused: 4 });
});

describe('a run whose last recipient used up what might leave', () => {
  test.each([
    ['by its ramp', { ramp: [3] }, undefined],
    ['of the 24 hours of its provider', {}, 3],
  ])('%s is finished a minute later, and not on the next day', async (_, change, in24Hours) => {
    await campaign.join(3);
    if (in24Hours !== undefined) campaign.quota.email = { perSecond: 14, in24Hours: 4, sentInLast24Hours: 0 };
    const run = await campaign.launch(change);
    await campaign.minute();
    await campaign.work();
    expect(world.stub.taken).toHaveLength(3);
    campaign.quota.email = { ...campaign.quota.email, sentInLast24Hours: in24Hours ?? 0 };
    world.clock.forward(60);
    await campaign.minute();
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { sent: 3 } });
  });

  test('and who is left is read past nobody, and leaves on the next day', async () => {
    await campaign.join(5);
    const run = await campaign.launch({ ramp: [3] });
    await minutesPass(5);
    expect(world.stub.taken).toHaveLength(3);
    // Nothing is stored of a run of which nobody may leave: a dispatcher beside this one would lose its own write.
    const before = (await campaign.occurrence(run))?.revision;
    await minutesPass(2);
    expect((await campaign.occurrence(run))?.revision).toBe(before);
    world.clock.forward(86_400);
    await campaign.settle();
    expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 5 });
  });
});

test('an answer that never comes uses up a place of its day, since the mail may have come', async () => {
  await campaign.join(8);
  const run = await campaign.launch({ ramp: [3] });
  for (let dropped = 0; dropped < 3; dropped += 1) world.stub.next('take-and-drop');
  await minutesPass(12);
  expect(world.stub.taken).toHaveLength(3);
  world.clock.forward(86_400);
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 5, 'unknown-final': 3 });
});

test('a count that is lost with its worker lets nobody else leave on that day', async () => {
  await campaign.join(8);
  await campaign.launch({ ramp: [3] });
  /** The worker dies before it counts what it has stored. */
  const dying = <P extends object>(name: string, port: P): P =>
    name !== 'store'
      ? port
      : ({
          ...port,
          send: (command: Command) =>
            isCount(command)
              ? Promise.reject(new Error('the worker dies'))
              : (port as unknown as { send: (of: unknown) => unknown }).send(command),
        } as P);
  for (let minute = 0; minute < 12; minute += 1) {
    await campaign.minute();
    await campaign.work(dying).catch(() => undefined);
    world.clock.forward(60);
  }
  expect(world.stub.taken).toHaveLength(3);
});

test('a count whose answer is lost, and which is made again once others are counted, counts once', async () => {
  await campaign.join(5);
  const run = await campaign.launch();
  const counts: (() => Promise<unknown>)[] = [];
  /** Keeps each count, with the token that the client of AWS gives a transaction for all its tries. */
  const noting = <P extends object>(name: string, port: P): P => {
    if (name !== 'store') return port;
    const { send } = port as unknown as { send: (of: unknown) => Promise<unknown> };
    const noted = (command: Command) => {
      if (!isCount(command)) return send.call(port, command);
      Object.assign(command.input, { ClientRequestToken: `token-${counts.length}` });
      const tried = () => send.call(port, command);
      counts.push(tried);
      return tried();
    };
    return { ...port, send: noted } as P;
  };
  await campaign.minute();
  await campaign.work(noting);
  expect(counts.length).toBeGreaterThan(1);
  // The tries of one process after the other, as slow as they may be.
  for (const tried of counts) await tried();
  const [progress] = await campaign.campaigns.runs(world.access, run.campaignId);
  expect(progress?.settled).toEqual({ sent: 5 });
});

test('a run that ends puts on the queue what it has room for, and no more', async () => {
  await campaign.join(12);
  const run = await campaign.launch({ maxPerMinute: 1 });
  await campaign.minute();
  await campaign.control(run, 'cancelled');
  campaign.queue.length = 0;
  world.clock.forward(FOR_ALL_SECONDS);
  /** Workers have so many recipients of it in hand, where two minutes of it are 40,000. */
  const holding = (size: number) => (runs: Runs) => ({
    ...runs,
    openChunks: async () => [{ chunkId: 'of-a-minute-ago', cutAt: world.clock.now(), size }],
  });
  await campaign.minute(undefined, holding(40_000));
  expect(await campaign.occurrence(run)).toMatchObject({ cut: 1 });
  world.clock.forward(60);
  await campaign.minute(undefined, holding(39_996));
  expect(await campaign.occurrence(run)).toMatchObject({ cut: 5 });
  world.clock.forward(60);
  await campaign.minute();
  expect(await campaign.occurrence(run)).toMatchObject({ cut: 12 });
});

test('the second day of a ramp is counted by itself', async () => {
  await campaign.join(9);
  await campaign.launch({ ramp: [2, 3] });
  const sentBy: number[] = [];
  for (const day of [0, 1, 2]) {
    await minutesPass(5);
    sentBy[day] = world.stub.taken.length;
    world.clock.forward(86_400 - 5 * 60);
  }
  expect(sentBy).toEqual([2, 5, 9]);
});
