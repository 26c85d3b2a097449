import { handlerOf, ran } from '../gateway.ts';
import { CANARIES } from '../making/hostile.ts';
import { type Batch, recordsOf } from '../making/records.ts';
import type { Write } from '../store/transaction.ts';
import { NEIGHBOUR, type World } from '../world.ts';
import type { Finding } from './invariants.ts';

const FILES = {
  send: 'workers/send-message',
  campaign: 'workers/send-chunk',
  'sms-replies': 'workers/apply-sms-reply',
  'email-feedback': 'workers/apply-email-feedback',
  'inbound-events': 'workers/apply-event',
} as const;

interface Outcome {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** An error of JavaScript, of a schema or of the store: nobody foresaw the record that brought it about. */
const CRASH = /"error":"(?!Error")(\w+)"/;

const commonFaults = (logged: string, cpuMs: number): readonly Finding[] => {
  const crash = CRASH.exec(logged)?.[1];
  const canary = CANARIES.find((each) => logged.toLowerCase().includes(each));
  return [
    ...(crash === undefined
      ? []
      : [{ kind: 'queue', says: `crashed with ${crash}: ${logged.slice(0, 900)}` } as const]),
    ...(canary === undefined ? [] : [{ kind: 'leak', says: `${canary} in the log: ${logged.slice(0, 300)}` } as const]),
    ...(cpuMs > 2_500 ? [{ kind: 'time-out', says: `took ${Math.round(cpuMs)} ms of CPU` } as const] : []),
  ];
};

const invoke = async (file: string, event: object) => {
  const handler = await handlerOf(file);
  return ran<Outcome | { readonly error: string }>(() =>
    handler(event, { getRemainingTimeInMillis: () => 55_000 }).catch((error: unknown) => ({ error: String(error) })),
  );
};

/** All of these events have the source of one advertiser: none may touch another, and the bus says of the good one that it was done. */
const eventFaults = (
  goodEvent: string,
  { writes, said }: { readonly writes: readonly Write[]; readonly said: string },
): readonly Finding[] => {
  const canary = CANARIES.find((each) => said.toLowerCase().includes(each));
  const foreign = writes.find(({ pk }) => pk.split('#').includes(NEIGHBOUR));
  const isTaken = new RegExp(`event\\.taken\\.v1[^}]*${goodEvent}`).test(said);
  return [
    ...(canary === undefined ? [] : [{ kind: 'leak', says: `${canary} on the bus: ${said.slice(0, 600)}` } as const]),
    ...(foreign === undefined ? [] : [{ kind: 'wall', says: `an event of another writes ${foreign.pk}` } as const]),
    ...(isTaken ? [] : [{ kind: 'queue', says: `the good event was not done: ${said.slice(0, 600)}` } as const]),
  ];
};

/** Hands a batch to the worker of its queue: each record is handled or given up, and none stops another. */
export const handle = async (
  world: World,
  batch: Batch,
): Promise<{ readonly found: readonly Finding[]; readonly cpuMs: number }> => {
  const { records, goodId } = recordsOf(world, batch);
  const [writes, handed] = [world.aws.table.writes.length, world.aws.handedOver.length];
  const { value, cpuMs, logged } = await invoke(FILES[batch.queue], { Records: records });
  const found = [...commonFaults(logged, cpuMs)];
  if ('error' in value) return { found: [...found, { kind: 'queue', says: `the batch threw ${value.error}` }], cpuMs };
  if (value.batchItemFailures.some(({ itemIdentifier }) => itemIdentifier === goodId))
    found.push({ kind: 'queue', says: `the good record was not handled: ${logged.slice(0, 600)}` });
  if (batch.queue === 'inbound-events')
    found.push(
      ...eventFaults(JSON.parse(records.find(({ messageId }) => messageId === goodId)?.body ?? '{}').id, {
        writes: world.aws.table.writes.slice(writes),
        said: JSON.stringify(world.aws.handedOver.slice(handed)),
      }),
    );
  return { found, cpuMs };
};

/** Sends what was accepted, as the queue would bring it. */
export const deliver = async (bodies: readonly string[]): Promise<readonly Finding[]> => {
  const records = bodies.map((body, index) => ({
    messageId: `sent-${index}`,
    body,
    attributes: { ApproximateReceiveCount: '1' },
  }));
  const { value, cpuMs, logged } = await invoke(FILES.send, { Records: records });
  const failed = 'error' in value || value.batchItemFailures.length > 0;
  return [
    ...commonFaults(logged, cpuMs),
    ...(failed
      ? [{ kind: 'queue', says: `a message that was accepted is not settled: ${logged.slice(0, 600)}` } as const]
      : []),
  ];
};

/** Hands these writes to the outbox, as the table's stream would: none may be parked or stop the others. */
export const publish = async (world: World, writes: readonly Write[]): Promise<readonly Finding[]> => {
  const Records = writes.map(({ pk, sk, before, after }, index) => ({
    eventID: `event-${index}`,
    eventName: after === undefined ? 'REMOVE' : before === undefined ? 'INSERT' : 'MODIFY',
    dynamodb: {
      Keys: { pk: { S: pk }, sk: { S: sk } },
      NewImage: after,
      OldImage: before,
      SequenceNumber: String(index),
    },
  }));
  const parked = world.aws.queued.length;
  const { value, cpuMs, logged } = await invoke('events/outbox', { Records });
  const given = world.aws.queued.slice(parked).filter(({ queue }) => queue === 'outbox-parked');
  const failed = 'error' in value || value.batchItemFailures.length > 0;
  return [
    ...commonFaults(logged, cpuMs),
    ...(failed ? [{ kind: 'queue', says: `the outbox stops at a write: ${logged.slice(0, 600)}` } as const] : []),
    ...(given.length > 0
      ? [{ kind: 'queue', says: `the outbox parked a write: ${logged.slice(0, 600)}` } as const]
      : []),
  ];
};
