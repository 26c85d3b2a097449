import { manifest } from '#functions/manifest.ts';
import type { MessageChange } from '#shared/domain/change.ts';
import { AdvertiserId, type MessageId } from '#shared/domain/ids.ts';
import { messageId } from '../builders.ts';
import { type OutboxSettings, simulatedOutbox } from './simulated-outbox.ts';
import { simulatedQueue } from './simulated-queue.ts';
import { type Cost, simulatedProcess } from './simulated-sender.ts';
import { virtualTime } from './virtual-time.ts';

/** How the system is set up: as deployed, unless a fault is planted. */
export interface SystemSettings extends OutboxSettings {
  readonly runSize: number;
  readonly runsAtOnce: number;
  /** False: messages are put on the queue without the group of their advertiser. */
  readonly isGrouped: boolean;
}

const { batchSize, batchesAtOnce } = manifest.outbox.trigger;
const send = manifest['send-message'].trigger;
/** Four shards: what a new table on demand has. */
export const DEPLOYED: SystemSettings = {
  shards: 4,
  batchSize,
  batchesAtOnce,
  runSize: send.batchSize,
  runsAtOnce: send.maxConcurrency,
  isGrouped: true,
};

/** Messages accepted one after another, from an instant on. */
export interface Load {
  readonly advertiser: string;
  readonly count: number;
  readonly from: number;
  readonly everyMs: number;
  readonly cost: (index: number) => Cost;
}

/** Lambda begins with five runs of a queue and adds 300 a minute while something waits. */
const RUNS_AT_FIRST = 5;
const RUNS_A_SECOND = 5;
const POLL_MS = 15;

/** What came of one message: when it was accepted and when the provider took it. */
interface Sent {
  readonly load: number;
  readonly acceptedAt: number;
  sentAt: number | undefined;
}

/** Accepts these loads and sends them, from the stream to the provider, for so many milliseconds of virtual time. */
export const runSystem = async (
  loads: readonly Load[],
  until: number,
  settings = DEPLOYED,
): Promise<readonly Sent[]> => {
  const time = virtualTime();
  const queue = simulatedQueue(time, settings.isGrouped);
  const outbox = simulatedOutbox(time, queue.client, settings);
  const sent: Sent[] = [];
  const numbers = new Map<MessageId, { readonly item: number; readonly cost: Cost }>();

  const onSent = (id: MessageId) => {
    const { item = 0 } = numbers.get(id) ?? {};
    const one = sent[item];
    if (one) one.sentAt = time.now();
    // The claim, its result and the message: three changes, of which one is published.
    outbox.changed(item);
    outbox.changed(item);
    outbox.changed(item, undefined, 1);
  };
  const costOf = (id: MessageId) => numbers.get(id)?.cost ?? { content: '', prepareMs: 0 };
  const idle: ((bodies: readonly string[]) => Promise<void>)[] = [];
  let [busy, starting, waitingSince] = [0, 0, 0];
  const mayRun = () =>
    Math.min(settings.runsAtOnce, RUNS_AT_FIRST + (RUNS_A_SECOND * (time.now() - waitingSince)) / 1000);
  const run = async () => {
    await time.sleep(POLL_MS);
    starting -= 1;
    const taken = queue.take(settings.runSize);
    if (taken.length > 0) {
      const process = idle.pop() ?? simulatedProcess(time, costOf, onSent);
      await process(taken.map(({ body }) => body));
      for (const { handle } of taken) queue.remove(handle);
      idle.push(process);
    }
    busy -= 1;
    start();
  };
  const start = () => {
    if (queue.depth() === 0) waitingSince = time.now();
    while (busy < mayRun() && starting * settings.runSize < queue.depth()) {
      busy += 1;
      starting += 1;
      void run();
    }
  };
  queue.onVisible = start;

  const accept = async ({ advertiser, count, from, everyMs, cost }: Load, load: number) => {
    const advertiserId = AdvertiserId.parse(advertiser);
    await time.sleep(from);
    for (let index = 0; index < count; index += 1) {
      const id = messageId(`${load}x${index}x`);
      const item = sent.push({ load, acceptedAt: time.now(), sentAt: undefined }) - 1;
      numbers.set(id, { item, cost: cost(index) });
      const after = { advertiserId, messageId: id, status: 'accepted' } as MessageChange['after'];
      outbox.changed(item, { of: 'message', before: undefined, after });
      if (everyMs > 0) await time.sleep(everyMs);
    }
  };
  for (const [load, each] of loads.entries()) void accept(each, load);
  await time.runUntil(until);
  return sent;
};
