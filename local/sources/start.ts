import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type _Record, DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { type Expiry, localStreamArn } from '../aws/tables.ts';
import type { DrawnFaults } from '../faults/drawn-faults.ts';
import type { Holds } from '../lambda/holds.ts';
import type { Runner } from '../lambda/runner.ts';
import { REGION } from '../template/attributes.ts';
import type { SourceDefinitions } from '../template/sources.ts';
import { startQueueSource } from './queue-source.ts';
import { type ScheduleSource, startSchedules } from './schedule-source.ts';
import { type SharedReader, shareReader } from './shared-reader.ts';
import { createStreamReader } from './stream-reader.ts';
import { type StreamState, startStreamSource } from './stream-source.ts';

export interface SourcesOptions {
  readonly definitions: SourceDefinitions;
  readonly runner: Runner;
  readonly messagingUrl: string;
  readonly storeUrl: string;
  readonly storeKey: string;
  readonly store: DynamoDBClient;
  readonly expiry: Expiry;
  readonly nowMs: () => number;
  /** How old the records of the stream are that a function is given, milliseconds. */
  readonly onStreamAge: (functionName: string, milliseconds: number) => void;
  /** Machine time (`performance.now`) of the last write to the store. */
  readonly lastWriteAt: () => number;
  /** Puts a text on a queue, by its name. */
  readonly put: (queue: string, body: string) => Promise<void>;
  readonly drawn: DrawnFaults;
  readonly holds: Holds;
  readonly onGivenUp: (records: readonly object[]) => void;
}

/** All that calls functions, running. */
export interface Sources {
  readonly schedules: ScheduleSource;
  /** Whether queues or schedules have events in hand. */
  isBusy(): boolean;
  /** Of all streams: that of one that moves, else of one that is held up, else `read`. */
  streams(): StreamState;
  stop(): Promise<void>;
}

/** Starts the event sources of the template. */
export const startSources = async (options: SourcesOptions): Promise<Sources> => {
  const { definitions, runner, expiry, drawn, holds } = options;
  const credentials = { accessKeyId: options.storeKey, secretAccessKey: 'local' };
  const client = new DynamoDBStreamsClient({ endpoint: options.storeUrl, region: REGION, credentials });
  const readers = new Map<string, Promise<() => SharedReader>>();
  const readerOf = async (tableName: string): Promise<SharedReader> => {
    const made =
      readers.get(tableName) ??
      localStreamArn(options.store, tableName).then((arn) => shareReader(createStreamReader(client, arn)));
    readers.set(tableName, made);
    return (await made)();
  };
  const streams = await Promise.all(
    definitions.streams.map(async (definition) => {
      const reader = await readerOf(definition.tableName);
      const wasExpired = (record: _Record) => record.eventName === 'REMOVE' && expiry.wasExpired(record.dynamodb?.Keys);
      const onAge = (milliseconds: number) => options.onStreamAge(definition.functionName, milliseconds);
      const { onGivenUp, nowMs, lastWriteAt } = options;
      const given = { runner, reader, drawn, holds };
      return startStreamSource(definition, { ...given, wasExpired, onAge, nowMs, lastWriteAt, onGivenUp });
    }),
  );
  const queues = definitions.queues.map((definition) =>
    startQueueSource(definition, runner, options.messagingUrl, { drawn, holds }),
  );
  const schedules = startSchedules(definitions.schedules, runner, options.nowMs, { drawn, holds, put: options.put });
  const all = [...queues, ...streams, schedules];
  const streamIn = (state: StreamState) => streams.some((stream) => stream.state() === state);
  return {
    schedules,
    isBusy: () => [...queues, schedules].some((source) => source.isBusy()),
    streams: () => (['moving', 'held up'] as const).find(streamIn) ?? 'read',
    stop: async () => {
      await Promise.all(all.map((source) => source.stop()));
      client.destroy();
    },
  };
};
