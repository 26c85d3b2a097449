import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { type Process, processOf, type Simulation } from './process.ts';
import type { StreamRecord } from './store.ts';

type Handler = (
  event: DynamoDBStreamEvent,
  context: { getRemainingTimeInMillis: () => number },
) => Promise<DynamoDBBatchResponse>;

const SHARDS = 2;
const MOST_AT_ONCE = 10;
const KILLED = 0.04;
const STEPS = 20;
const POLL_MS = [20, 300] as const;
const TIMEOUT_MS = 30_000;

/** The stream of the table and the function that reads it: the changes of an item in order, each until it is carried out. */
export const streamOf = (sim: Simulation, name: string, handlerOf: (process: Process) => Handler) => {
  const { schedule, draws, faults, trace } = sim;
  const aShard = () => {
    const records: StreamRecord[] = [];
    let process: Process | undefined;
    let isBusy = false;
    const poll = (): void => {
      if (isBusy || records.length === 0) return;
      isBusy = true;
      schedule.after(draws('stream').int(...POLL_MS), () => void carryOut());
    };
    const next = (): void => {
      isBusy = false;
      poll();
    };
    const carryOut = async (): Promise<void> => {
      const batch = records.slice(0, MOST_AT_ONCE);
      process = process?.isAlive ? process : processOf(sim, name, 'worker');
      const runs = process;
      const endsAt = schedule.now() + TIMEOUT_MS;
      runs.inHand = `changes ${batch[0]?.eventID} to ${batch.at(-1)?.eventID}`;
      runs.dieAfter = faults.strikes('killed', KILLED, runs.name) ? draws('deaths').int(0, STEPS) : undefined;
      runs.onDeath = next;
      trace.say(`${runs.name} takes ${runs.inHand}`);
      const { batchItemFailures } = await handlerOf(runs)({ Records: batch } as unknown as DynamoDBStreamEvent, {
        getRemainingTimeInMillis: () => endsAt - schedule.now(),
      });
      if (!runs.isAlive) return;
      const [failed] = batchItemFailures;
      const index = batch.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === failed?.itemIdentifier);
      records.splice(0, index < 0 ? batch.length : index);
      runs.dieAfter = undefined;
      next();
    };
    return { records, poll, isIdle: () => !isBusy && records.length === 0 };
  };
  const shards = Array.from({ length: SHARDS }, aShard);
  return {
    put: (record: StreamRecord): void => {
      const key = record.dynamodb.Keys.pk?.S ?? '';
      const shard = shards[key.length === 0 ? 0 : key.charCodeAt(key.length - 1) % SHARDS];
      shard?.records.push(record);
      shard?.poll();
    },
    isIdle: () => shards.every((shard) => shard.isIdle()),
  };
};
