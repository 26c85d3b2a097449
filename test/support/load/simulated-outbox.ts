import type { SQSClient } from '@aws-sdk/client-sqs';
import { sendQueueOf } from '#shared/adapters/sqs/send-queue.ts';
import { publishChange } from '#shared/app/outbox/publish-change.ts';
import type { MessageChange } from '#shared/domain/change.ts';
import { NO_PARTNERS } from '../partners/notifying.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What the outbox is made of; figures in milliseconds. */
export interface OutboxSettings {
  readonly shards: number;
  readonly batchSize: number;
  readonly batchesAtOnce: number;
}

/** Lambda asks a shard four times a second, for a thousand records at most. */
const POLL_MS = 250;
const READ = 1000;
/** Measured: 0.37 ms of a core for a call to SQS or EventBridge, at the 0.29 of a core that 512 MB have. */
const CALL_MS = 1.3;
/** A change that nobody hears of is read and left. */
const PARSE_MS = 0.2;
const ROUND_TRIP_MS = 20;
/** Of a process that has just begun. */
export const COLD_START_MS = 400;

/** One change of the table: what was accepted goes to the send queue, `calls` more of it to the bus. */
interface Change {
  readonly key: number;
  readonly accepted?: MessageChange | undefined;
  readonly calls: number;
}

/** The stream of the table and the outbox that reads it: the changes of one item in order, a batch a lane at a time. */
export const simulatedOutbox = (time: VirtualTime, client: SQSClient, settings: OutboxSettings) => {
  const { shards, batchSize, batchesAtOnce } = settings;
  const ports = {
    sendQueue: sendQueueOf(client, 'https://queue.example/send'),
    bus: { publish: async () => undefined },
    journal: { append: async () => undefined },
    partners: NO_PARTNERS,
  };
  let idle = 0;
  const carryOut = async (changes: readonly Change[]) => {
    const cpu = changes.reduce(
      (sum, { accepted, calls }) => sum + PARSE_MS + ((accepted ? 1 : 0) + calls) * CALL_MS,
      0,
    );
    const isCold = idle === 0;
    if (!isCold) idle -= 1;
    await time.sleep((isCold ? COLD_START_MS : 0) + cpu + ROUND_TRIP_MS);
    idle += 1;
    for (const { accepted } of changes) if (accepted) await publishChange(ports, accepted);
  };
  const aLane = () => {
    const waiting: Change[] = [];
    let isBusy = false;
    const work = async () => {
      if (isBusy) return;
      isBusy = true;
      while (waiting.length > 0) await carryOut(waiting.splice(0, batchSize));
      isBusy = false;
    };
    return { waiting, work };
  };
  const aShard = () => {
    const records: Change[] = [];
    const lanes = Array.from({ length: batchesAtOnce }, aLane);
    const poll = async () => {
      for (;;) {
        await time.sleep(POLL_MS);
        for (const change of records.splice(0, READ)) lanes[change.key % lanes.length]?.waiting.push(change);
        for (const lane of lanes) if (lane.waiting.length > 0) void lane.work();
      }
    };
    void poll();
    return records;
  };
  const streams = Array.from({ length: shards }, aShard);
  return {
    /** A change of an item, by the number of the item. */
    changed: (item: number, accepted?: MessageChange, calls = 0) =>
      void streams[item % shards]?.push({ key: Math.floor(item / shards), accepted, calls }),
  };
};
