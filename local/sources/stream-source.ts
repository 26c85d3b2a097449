import { setTimeout as wait } from 'node:timers/promises';
import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import { type DrawnFaults, noFaults } from '../faults/drawn-faults.ts';
import { createHolds, type Holds } from '../lambda/holds.ts';
import type { Runner } from '../lambda/runner.ts';
import { REGION } from '../template/attributes.ts';
import type { Json } from '../template/json.ts';
import { matchesEventPattern } from './event-pattern.ts';
import { failedItems } from './outcome.ts';
import type { Source } from './queue-source.ts';
import type { SharedReader } from './shared-reader.ts';
import { toStreamRecord } from './stream-record.ts';

/** An `AWS::Lambda::EventSourceMapping` of a table's stream. */
export interface StreamSourceDefinition {
  readonly tableName: string;
  readonly streamArn: string;
  readonly functionName: string;
  /** Attribute of the table's partition key. */
  readonly partitionKey: string;
  readonly batchSize: number;
  readonly isReportingFailures: boolean;
  readonly isBisecting: boolean;
  /** Tries after the first; `undefined`: until the record is gone. */
  readonly maxRetries: number | undefined;
  /** Patterns of which one must hold; none: every record. */
  readonly filters: readonly Json[];
}

export type StreamState = 'read' | 'moving' | 'held up';

export interface StreamSource extends Source {
  /**
   * `read`: to its end, since the table was last written to, or as far as it may be read. `held up`: its records were refused again and again, in
   * this minute too, and are tried once more every quarter of a second. `moving`: anything else.
   */
  state(): StreamState;
}

export interface StreamSourceOptions {
  readonly runner: Pick<Runner, 'invoke'>;
  readonly reader: SharedReader;
  /** True when this removal was TTL's, reported once. */
  readonly wasExpired: (record: _Record) => boolean;
  /** Called before each try: for how long the records of this try have been there to be delivered, milliseconds. */
  readonly onAge: (milliseconds: number) => void;
  readonly nowMs: () => number;
  /** Machine time (`performance.now`) of the last write to the table's store. */
  readonly lastWriteAt: () => number;
  /** Records given up after the last try. */
  readonly onGivenUp: (records: readonly object[]) => void;
  /** More than one shard; one unless said. */
  readonly drawn?: DrawnFaults | undefined;
  /** Whether the stream is read; it is unless said. */
  readonly holds?: Pick<Holds, 'isRead'> | undefined;
}

type Records = readonly ReturnType<typeof toStreamRecord>[];

/** Between two reads of a stream that may have more soon. */
const PAUSE_MS = 75;
/** Nothing is read while nothing is written: Lambda polls all the time, and would keep this machine busy with it. */
const PAUSE_WHILE_QUIET_MS = 20;
/** The store's emulator shows a change in its stream within 100 ms. */
const LAG_MS = 150;

/** True when a stream whose end was seen at the one time holds nothing of a write at the other. */
const showsWrite = (caughtUpAt: number, writtenAt: number): boolean => caughtUpAt > writtenAt + LAG_MS;
/** Until a stream shows all of a write, if that is soon: a reading a moment earlier would have to be done again. */
const pauseBefore = (writtenAt: number): number =>
  Math.min(PAUSE_MS, Math.max(PAUSE_WHILE_QUIET_MS, writtenAt + LAG_MS + 1 - performance.now()));
const PAUSE_BEFORE_RETRY_MS = 250;
/** Tries in a row after which a fault holds a stream up: more than trouble that passes takes. */
const HELD_UP_AFTER = 8;

/** Shards of a stream that has several: each is delivered by itself. */
export const SHARDS = 2;

const shardOf = (keys: object, partitionKey: string): number => {
  const text = JSON.stringify(Object(keys)[partitionKey]);
  return [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003, 7) % SHARDS;
};

/** Gives the records of one reading to the function of a stream, in order. */
const createDelivery = (
  definition: StreamSourceDefinition,
  options: Omit<StreamSourceOptions, 'reader' | 'lastWriteAt'>,
  stopping: AbortSignal,
) => {
  const { nowMs, drawn = noFaults } = options;
  let isBusy = false;
  let refusedTries = 0;
  let foundAt = 0;
  /** The minute of the last try: an alarm counts minutes, and one without a try says nothing of how old its records are. */
  let triedIn = Number.NaN;
  const minuteNow = () => Math.floor(nowMs() / 60_000);
  /** The records still to deliver after one try: from the first failed one on, since order is kept. */
  const attempt = async (records: Records) => {
    triedIn = minuteNow();
    options.onAge(nowMs() - foundAt);
    const outcome = await options.runner.invoke(definition.functionName, { Records: records });
    const failed = failedItems(outcome, definition.isReportingFailures);
    if (failed === 'all') return records;
    const first = records.findIndex(({ dynamodb }) => failed.includes(dynamodb.SequenceNumber));
    return first === -1 ? [] : records.slice(first);
  };
  const deliver = async (records: Records, tries = 0): Promise<void> => {
    if (records.length === 0 || stopping.aborted) return;
    const left = await attempt(records);
    refusedTries = left.length === records.length ? refusedTries + 1 : 0;
    if (left.length === 0) return;
    if (left.length < records.length) return deliver(left);
    if (definition.isBisecting && left.length > 1) {
      const half = Math.ceil(left.length / 2);
      await deliver(left.slice(0, half));
      return deliver(left.slice(half));
    }
    if (definition.maxRetries !== undefined && tries >= definition.maxRetries) return options.onGivenUp(left);
    await wait(PAUSE_BEFORE_RETRY_MS);
    return deliver(left, tries + 1);
  };
  const deliverAll = async (records: Records) => {
    for (let start = 0; start < records.length; start += definition.batchSize) {
      await deliver(records.slice(start, start + definition.batchSize));
    }
  };
  /** By the partition key of the item: what becomes of one item stays in order, and of several at once there is none. */
  const shardsOf = (records: Records): readonly Records[] => {
    const shards = [
      ...Map.groupBy(records, ({ dynamodb }) => shardOf(dynamodb.Keys, definition.partitionKey)).values(),
    ];
    return shards.length > 1 && drawn.isDrawn('several-shards', definition.functionName) ? shards : [records];
  };
  return {
    isBusy: () => isBusy,
    /** Its records were refused again and again, in this minute too. */
    isHeldUp: () => refusedTries >= HELD_UP_AFTER && triedIn === minuteNow(),
    deliver: async (records: Records) => {
      isBusy = true;
      foundAt = nowMs();
      await Promise.all(shardsOf(records).map(deliverAll)).finally(() => {
        isBusy = false;
      });
    },
  };
};

/** Reads a table's stream for its function, in order: a failing record stops what follows until it passes or is given up. */
export const startStreamSource = (definition: StreamSourceDefinition, options: StreamSourceOptions): StreamSource => {
  const { holds = createHolds() } = options;
  const stopping = new AbortController();
  const delivery = createDelivery(definition, options, stopping.signal);
  /** Machine time (`performance.now`) at which a reading that found nothing more had begun. */
  let caughtUpAt = 0;
  const isRead = () => showsWrite(caughtUpAt, options.lastWriteAt());
  const isWanted = (record: object) =>
    definition.filters.length === 0 ||
    definition.filters.some((pattern) => matchesEventPattern(pattern, record as Json));
  const readOnce = async () => {
    if (!holds.isRead(definition.functionName)) return wait(PAUSE_MS);
    if (isRead()) return void (await wait(PAUSE_WHILE_QUIET_MS));
    const { records: found, beganAt } = await options.reader.read();
    if (found.length === 0) {
      caughtUpAt = beganAt;
      await wait(pauseBefore(options.lastWriteAt()));
      return;
    }
    const from = { streamArn: definition.streamArn, region: REGION, readAtMs: options.nowMs() };
    const records = found
      .map((record) => toStreamRecord(record, { ...from, isExpiry: options.wasExpired(record) }))
      .filter(isWanted);
    await delivery.deliver(records);
  };
  const loop = async () => {
    while (!stopping.signal.aborted) {
      await readOnce().catch(() => wait(PAUSE_BEFORE_RETRY_MS));
    }
  };
  const state = (): StreamState => {
    if (delivery.isBusy()) return delivery.isHeldUp() ? 'held up' : 'moving';
    return isRead() || !holds.isRead(definition.functionName) ? 'read' : 'moving';
  };
  const done = loop();
  return {
    isBusy: delivery.isBusy,
    state,
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
};
