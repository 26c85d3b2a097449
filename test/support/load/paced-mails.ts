import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { ChunkReference } from '#shared/app/campaigns/runs.port.ts';
import { millisecondsOf, toInstant } from '#shared/domain/time/instant.ts';
import { type Command, memoryClientOf } from '#test/fuzz/store/memory-client.ts';
import { MemoryTable } from '#test/fuzz/store/memory-table.ts';
import { callsOf } from '#test/support/campaigns/calls-of.ts';
import { startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { startSendWorld } from '#test/support/send-world.ts';
import { CONTENT_MS, PROVIDER_MS, STORE_MS } from './simulated-sender.ts';
import { virtualTime } from './virtual-time.ts';

/** A campaign by mail against an account that refuses what is above its rate. */
export interface Account {
  /** What it takes a second. */
  readonly perSecond: number;
  /** How many at once, after a pause. */
  readonly burst: number;
  readonly people: number;
  readonly workers: number;
}

/** What came of it. */
export interface Paced {
  readonly taken: number;
  /** Answers that refused a mail for now. */
  readonly throttled: number;
  /** Seconds from the first mail that it took to the last. */
  readonly seconds: number;
  /** How many it took in each minute. */
  readonly byMinute: readonly number[];
  /** How long workers had chunks, in seconds. */
  readonly busy: number;
}

const STEP_MS = 5;
const MINUTE_MS = 60_000;
/** An entry is with its worker so long after its delay, at least and at most. */
const QUEUE_MS = [20, 400] as const;
const LONGEST_MINUTES = 30;

/** A bucket of tokens, as AWS has them: filled with so many a second, and never above so many. */
const bucketOf = (perSecond: number, burst: number, now: () => number) => {
  let [tokens, at] = [burst, now()];
  return (): boolean => {
    tokens = Math.min(burst, tokens + ((now() - at) * perSecond) / 1_000);
    at = now();
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
};

/** The dispatcher and the worker as they are deployed, in virtual time, until everybody has an end. */
export const mailsAgainst = async ({ perSecond, burst, people, workers }: Account): Promise<Paced> => {
  const time = virtualTime();
  const client = memoryClientOf(new MemoryTable(), 'load');
  const world = await startSendWorld('', { tableName: 'load', client: client as unknown as DynamoDBClient });
  const campaign = await startCampaignWorld(world);
  campaign.quota.email = { perSecond, in24Hours: undefined, sentInLast24Hours: 0 };
  await campaign.join(people);
  const run = await campaign.launch();
  const begunAt = millisecondsOf(world.clock.now());
  const mayTake = bucketOf(perSecond, burst, time.now);
  const taken: number[] = [];
  let [throttled, busy, inWork] = [0, 0, 0];
  const after = async (ms: number, call: () => unknown) => {
    await time.sleep(ms);
    return call();
  };
  const answer = () => {
    if (!mayTake()) {
      throttled += 1;
      return { answer: 'not-taken', retryable: true, cause: 'throttled' };
    }
    taken.push(time.now());
    return { answer: 'taken', providerMessageId: `ses-${taken.length}` };
  };
  const send = (command: Command) => after(STORE_MS, () => client.send(command));
  const ports: Readonly<Record<string, unknown>> = {
    store: { ...client, send },
    provider: { email: () => after(PROVIDER_MS, answer) },
    pause: { pause: (ms: number) => time.sleep(ms) },
  };
  const values = callsOf('values', (call) => after(CONTENT_MS, call));
  const deliver = campaign.workerOf((name, port) => (ports[name] ?? values(name, port)) as typeof port);
  const ready: ChunkReference[] = [];
  const work = async (): Promise<void> => {
    if (inWork >= workers) return;
    inWork += 1;
    for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
      const began = time.now();
      await deliver(next);
      busy += time.now() - began;
    }
    inWork -= 1;
  };
  let draw = 1;
  const between = ([least, most]: readonly [number, number]): number => {
    draw = (draw * 48_271) % 2_147_483_647;
    return least + (draw % (most - least));
  };
  for (let minute = 0; minute < LONGEST_MINUTES; minute += 1) {
    await campaign.minute();
    if ((await campaign.occurrence(run))?.state === 'finished') break;
    for (const { reference, delaySeconds } of campaign.queue.splice(0))
      void time.sleep(delaySeconds * 1_000 + between(QUEUE_MS)).then(() => {
        ready.push(reference);
        return work();
      });
    for (let step = 0; step < MINUTE_MS / STEP_MS; step += 1) {
      await time.runUntil(time.now() + STEP_MS);
      world.clock.set(toInstant(begunAt + time.now()));
    }
  }
  await world.close();
  const first = Math.min(...taken);
  const byMinute = Array.from(
    { length: Math.ceil((Math.max(...taken) - first + 1) / MINUTE_MS) },
    (_, minute) => taken.filter((at) => Math.floor((at - first) / MINUTE_MS) === minute).length,
  );
  const seconds = (Math.max(...taken) - first) / 1_000;
  return { taken: taken.length, throttled, seconds, byMinute, busy: busy / 1_000 };
};
