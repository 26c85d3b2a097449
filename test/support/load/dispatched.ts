import type { SelectedContact } from '#shared/app/audience/audience-pages.port.ts';
import { type DispatchPorts, dispatchMinute } from '#shared/app/campaigns/dispatching/dispatch-minute.ts';
import type { ChunkReference, OpenChunk, Running, Runs } from '#shared/app/campaigns/runs.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { Campaign, Occurrence } from '#shared/domain/campaign/campaign.ts';
import type { Chunk } from '#shared/domain/campaign/chunk.ts';
import { campaignIdOf, type RunName } from '#shared/domain/campaign/names.ts';
import type { AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import { paceOf, type SentChannel } from '#shared/domain/message/channel.ts';
import { addDays, millisecondsOf, monthOf, toInstant } from '#shared/domain/time/instant.ts';
import { NOW } from '../builders.ts';
import { virtualTime } from './virtual-time.ts';

/** How long AWS takes, in milliseconds: a request of DynamoDB, one of SQS, and a chunk in a worker, but for what its channel waits. */
const STORE_MS = 6;
const QUEUE_MS = 12;
const CHUNK_MS = 450;
/** A query of the audience takes so much longer for each row; a page is made of so many, of so many rows each at most. */
const ROW_MS = 0.02;
const MOST_QUERIES = 5;
const MOST_ROWS = 1_000;
const MINUTE_MS = 60_000;

/** A day of campaigns. */
export interface Day {
  /** One campaign of each, all begun at once. */
  readonly advertisers: number;
  readonly recipientsOfEach: number;
  /** What the account may send in a second; a fifth is kept for single messages. */
  readonly perSecond: number;
  readonly workers: number;
  readonly minutes: number;
  /** By which they leave; by e-mail where absent. */
  readonly channel?: SentChannel | undefined;
  /** One of so many rows of the audience is of its segment; each where absent. */
  readonly oneOf?: number | undefined;
  /** How the queue is wrapped, for a test of what the dispatcher makes of it. */
  readonly wrapped?: (queue: DispatchPorts['queue']) => DispatchPorts['queue'];
}

/** What came of it. */
export interface Dispatched {
  /** The longest run of the minute's function, in seconds. */
  readonly longestMinute: number;
  /** Recipients on the queue and in workers at most, in minutes of what may leave. */
  readonly mostQueued: number;
  /** Recipients that left in a minute, once it is under way: the fewest and the most. */
  readonly leftInAMinute: { readonly least: number; readonly most: number };
  /** How many left of the advertiser that is behind, over those of the one that is ahead. */
  readonly fairness: number;
  readonly left: number;
  /** When each came to the provider, in milliseconds. */
  readonly arrived: readonly number[];
}

/** The most that came to the provider within so many milliseconds. */
export const mostWithin = (arrived: readonly number[], milliseconds: number): number => {
  const ascending = arrived.toSorted((a, b) => a - b);
  let [first, most] = [0, 0];
  for (const [index, at] of ascending.entries()) {
    while ((ascending[first] ?? at) <= at - milliseconds) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
};

/** A run in memory: positions in the shards, and the chunks that are open. */
interface State {
  running: Running;
  readonly open: Map<string, OpenChunk & { readonly size: number }>;
  left: number;
}

const nameOf = ({ advertiserId, campaignId, scheduledAt }: RunName): string =>
  `${advertiserId} ${campaignId} ${scheduledAt}`;

const aRun = (index: number, channel: SentChannel): State => {
  const advertiserId = `shop-${index}` as AdvertiserId;
  const campaignId = campaignIdOf(advertiserId);
  const campaign = {
    advertiserId,
    campaignId,
    channel,
    control: 'running',
    schedule: { at: 'now' },
    audience: {},
  } as unknown as Campaign;
  const occurrence: Occurrence = {
    ...{ advertiserId, campaignId, scheduledAt: NOW, startedAt: NOW, validUntil: addDays(NOW, 3) },
    ...{ claimMonth: monthOf(NOW), state: 'running', cut: 0, revision: 1 },
    cursors: Array.from({ length: AUDIENCE_SHARDS }, () => ({})),
  };
  return { running: { campaign, occurrence }, open: new Map(), left: 0 };
};

/**
 * The dispatcher as it is deployed, each minute for so many minutes of virtual time, before ports that take as long as AWS does and
 * workers that take chunk after chunk.
 */
export const dispatchDay = async (day: Day): Promise<Dispatched> => {
  const time = virtualTime();
  const { channel = 'email', oneOf = 1, wrapped = (queue) => queue } = day;
  const { betweenMs } = paceOf(channel);
  const arrived: number[] = [];
  const states = Array.from({ length: day.advertisers }, (_, index) => aRun(index, channel));
  const byName = new Map(states.map((state) => [nameOf(state.running.occurrence), state]));
  const stateOf = (run: RunName): State => {
    const state = byName.get(nameOf(run));
    if (state === undefined) throw new Error('no such run');
    return state;
  };
  const asked = async <T>(answer: () => T, ms = STORE_MS): Promise<T> => {
    await time.sleep(ms);
    return answer();
  };
  const ofShard = Math.ceil(day.recipientsOfEach / AUDIENCE_SHARDS);
  const queued: ChunkReference[] = [];
  let [busy, left] = [0, 0];
  const work = async (): Promise<void> => {
    if (busy >= day.workers) return;
    busy += 1;
    for (let reference = queued.shift(); reference !== undefined; reference = queued.shift()) {
      const state = stateOf(reference);
      const { size = 0 } = state.open.get(reference.chunkId) ?? {};
      for (let sent = 0; sent < size; sent += 1) {
        if (sent > 0 && betweenMs > 0) await time.sleep(betweenMs);
        arrived.push(time.now());
      }
      await time.sleep(CHUNK_MS);
      state.open.delete(reference.chunkId);
      state.left += size;
      left += size;
    }
    busy -= 1;
  };
  const minutes = new Set<string>();
  const runs = {
    takeMinute: (minute: string) => asked(() => !minutes.has(minute) && minutes.add(minute) !== undefined),
    running: () => asked(() => states.map(({ running }) => running.occurrence)),
    read: (_: AdvertiserAccess, run: RunName) => asked(() => stateOf(run).running),
    openChunks: (_: AdvertiserAccess, run: RunName) => asked(() => [...stateOf(run).open.values()]),
    reported: () => asked(() => ({ sent: 0, complaints: 0, bounces: 0 })),
    duePages: () => asked(() => []),
    // A put, and the look for an outcome after it.
    cut: (_: AdvertiserAccess, run: RunName, chunk: Chunk) =>
      asked(() => {
        const { chunkId, cutAt, recipients } = chunk;
        stateOf(run).open.set(chunkId, { chunkId, cutAt, size: recipients.length });
        return { chunk, isOpen: true };
      }, 2 * STORE_MS),
    advance: (_: AdvertiserAccess, seen: Occurrence, to: object) =>
      asked(() => {
        const { running } = stateOf(seen);
        const occurrence = { ...running.occurrence, ...to, revision: seen.revision + 1 };
        stateOf(seen).running = { ...running, occurrence };
        return true;
      }),
    find: () => asked(() => undefined),
    isIdle: () => asked(() => false),
  };
  const ports: DispatchPorts = {
    clock: { now: () => toInstant(millisecondsOf(NOW) + time.now()) },
    runs: runs as unknown as Runs,
    campaigns: { runs: () => asked(() => []) },
    halts: { reasonFor: () => asked(() => undefined) },
    tenants: { areOn: () => true, isStopped: () => asked(() => false, 50) },
    pause: (milliseconds) => time.sleep(milliseconds),
    reviews: { find: () => asked(() => undefined) },
    quotas: {
      of: () => asked(() => ({ perSecond: day.perSecond, in24Hours: undefined, sentInLast24Hours: 0 }), 50),
    },
    audience: {
      page: async (_access, _audience, { shard, after, limit, rows = limit }) => {
        let [at, most] = [after === undefined ? 0 : Number(after) + 1, rows];
        const contacts: SelectedContact[] = [];
        for (let query = 0; query < MOST_QUERIES && at < ofShard && contacts.length < limit; query += 1) {
          await time.sleep(STORE_MS + Math.floor(most * ROW_MS));
          for (const end = Math.min(ofShard, at + most); at < end && contacts.length < limit; at += 1)
            if (at % oneOf === 0) contacts.push({ contactId: String(at) as ContactId, zone: String(shard) });
          most = Math.min(2 * most, MOST_ROWS);
        }
        return { contacts, ...(at < ofShard ? { next: String(at - 1) as ContactId } : {}) };
      },
    },
    queue: wrapped({
      put: async (reference, delaySeconds) => {
        await time.sleep(QUEUE_MS);
        void time.sleep(delaySeconds * 1000).then(() => {
          queued.push(reference);
          void work();
        });
      },
    }),
  };

  const capacity = day.perSecond * 60 * 0.8;
  const leftBy: number[] = [];
  let [longest, mostQueued] = [0, 0];
  for (let minute = 0; minute < day.minutes; minute += 1) {
    const began = time.now();
    void dispatchMinute(ports).then(() => {
      longest = Math.max(longest, time.now() - began);
      const inHands = states.flatMap(({ open }) => [...open.values()]).reduce((sum, { size }) => sum + size, 0);
      mostQueued = Math.max(mostQueued, inHands / capacity);
    });
    await time.runUntil(began + MINUTE_MS);
    leftBy.push(left);
  }
  const each = leftBy.map((sum, index) => sum - (leftBy[index - 1] ?? 0)).slice(1);
  const ofEach = states.map((state) => state.left);
  return {
    longestMinute: longest / 1000,
    mostQueued,
    leftInAMinute: { least: Math.min(...each), most: Math.max(...each) },
    fairness: Math.min(...ofEach) / Math.max(...ofEach),
    left,
    arrived,
  };
};
