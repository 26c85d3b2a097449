import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { MOST_RECEIVED } from '#shared/domain/sending/most-received.ts';
import { NOTHING_CAME } from '../engine/schedule.ts';
import { callTo } from './calls.ts';
import { type Process, processOf, type Simulation } from './process.ts';

type Handler = (event: SQSEvent, context: { getRemainingTimeInMillis: () => number }) => Promise<SQSBatchResponse>;

/** Who takes from a queue. */
export interface Consumer {
  readonly name: string;
  readonly concurrency: number;
  readonly timeoutSeconds: number;
  /** A process that is killed dies at one of so many steps of its calls: there are two to a call. */
  readonly steps?: number | undefined;
  /** Often, what is delivered twice comes while the first delivery is still at work. */
  readonly isHeldTwice?: boolean;
  readonly handlerOf: (process: Process) => Handler;
  /** Stretches of time in which nobody takes anything from it. */
  readonly away?: readonly { readonly from: number; readonly until: number }[] | undefined;
  /** Called as often as something waits for those who are away. */
  readonly onAway?: () => void;
}

interface Entry {
  readonly id: string;
  readonly body: string;
  /** Numbers of its put-backs are in it: it is no release. */
  receives: number;
  isGone: boolean;
}

/** As deployed (`infra/constructs/queue.ts`). */
const VISIBILITY_FACTOR = 6;
const CLIENT = { to: 'queue', attempts: 3, timeoutMs: 3_000 } as const;

/** How likely it is, at a delivery. */
const ODDS = { 'delivered-twice': 0.06, 'removal-lost': 0.04, killed: 0.08, reordered: 0.25 } as const;
const STEPS = 26;
const INVOKE_MS = [1, 40] as const;

/** A standard queue and what consumes it: at least once, in no order, and again when its visibility is over. */
export interface Queue {
  put(body: string, delaySeconds: number): void;
  /** What was received too often. */
  readonly dead: string[];
  /** The next version is deployed: deliveries from now on begin in processes of their own. */
  renew(): void;
  isIdle(): boolean;
}

export const queueOf = (sim: Simulation, name: string, consumer: Consumer): Queue => {
  const { schedule, draws, faults, trace } = sim;
  const visible: Entry[] = [];
  let idle: Process[] = [];
  const dead: string[] = [];
  let [made, busy, waiting] = [0, 0, 0];

  const show = (entry: Entry) => {
    if (entry.isGone) return NOTHING_CAME;
    visible.push(entry);
    return deliverNext();
  };
  const take = (): Entry | undefined => {
    const isReordered = visible.length > 1 && faults.strikes('reordered', ODDS.reordered, name);
    const index = isReordered ? draws('order').int(0, visible.length - 1) : 0;
    return visible.splice(index, 1)[0];
  };

  for (const { until } of consumer.away ?? []) schedule.after(until - schedule.now(), () => deliverNext());
  const isAway = (): boolean =>
    consumer.away?.some(({ from, until }) => from <= schedule.now() && schedule.now() < until) === true;

  const deliverNext = (): void => {
    if (isAway()) {
      if (visible.length > 0) consumer.onAway?.();
      return;
    }
    while (busy < consumer.concurrency) {
      const entry = take();
      if (entry === undefined) return;
      if (entry.isGone) continue;
      entry.receives += 1;
      if (entry.receives > MOST_RECEIVED) {
        entry.isGone = true;
        dead.push(entry.body);
        trace.say(`${name}: ${entry.id} was received too often`);
        continue;
      }
      busy += 1;
      if (faults.strikes('delivered-twice', ODDS['delivered-twice'], `${name} ${entry.id}`))
        later(draws('twice').int(0, consumer.isHeldTwice && draws('twice').chance(0.6) ? 250 : 3_000), entry);
      later(consumer.timeoutSeconds * VISIBILITY_FACTOR * 1_000, entry);
      schedule.after(draws('latency').int(...INVOKE_MS), () => void deliver(entry));
    }
  };
  const later = (milliseconds: number, entry: Entry): void => {
    waiting += 1;
    schedule.after(milliseconds, () => {
      waiting -= 1;
      return show(entry);
    });
  };

  const deliver = async (entry: Entry): Promise<void> => {
    const process = idle.pop() ?? processOf(sim, consumer.name, 'worker');
    const receives = entry.receives;
    const { messageId, chunkId } = JSON.parse(entry.body) as { messageId?: string; chunkId?: string };
    process.inHand = messageId ?? chunkId ?? entry.id;
    trace.say(`${process.name} takes ${entry.id}, for the ${receives}. time: ${entry.body}`);
    sim.sink.deliveries.set(process.name, { at: schedule.now(), body: entry.body });
    const endsAt = schedule.now() + consumer.timeoutSeconds * 1_000;
    let isOver = false;
    const end = (): void => {
      isOver = true;
      busy -= 1;
      deliverNext();
    };
    process.onDeath = end;
    process.dieAfter = faults.strikes('killed', ODDS.killed, `${process.name} ${process.inHand}`)
      ? draws('deaths').int(0, consumer.steps ?? STEPS)
      : undefined;
    schedule.after(consumer.timeoutSeconds * 1_000, () => (isOver ? NOTHING_CAME : process.die('out of time')));
    const record = { messageId: entry.id, body: entry.body, attributes: { ApproximateReceiveCount: String(receives) } };
    const answer = await consumer.handlerOf(process)({ Records: [record] } as unknown as SQSEvent, {
      getRemainingTimeInMillis: () => endsAt - schedule.now(),
    });
    if (!process.isAlive) return;
    const isDone = answer.batchItemFailures.length === 0;
    const isKept = isDone && faults.strikes('removal-lost', ODDS['removal-lost'], `${name} ${entry.id}`);
    if (isDone && !isKept) entry.isGone = true;
    trace.say(`${process.name} ends ${entry.id}: ${isDone ? 'done' : 'comes again'}`);
    process.dieAfter = undefined;
    process.onDeath = () => undefined;
    idle.push(process);
    end();
  };

  return {
    dead,
    put: (body, delaySeconds) => {
      made += 1;
      const entry: Entry = { id: `${name}-${made}`, body, receives: 0, isGone: false };
      later(delaySeconds * 1_000, entry);
    },
    renew: () => {
      idle = [];
    },
    isIdle: () => busy === 0 && visible.length === 0 && waiting === 0,
  };
};

interface SendCommand {
  readonly input: { readonly QueueUrl?: string; readonly MessageBody?: string; readonly DelaySeconds?: number };
}

/** What the adapters of a process put with, in the place of the SDK's client; a queue is found by its name. */
export const queueClientOf = (
  sim: Simulation,
  process: Process,
  put: (queue: string, body: string, delaySeconds: number) => void,
) => ({
  send: ({ input: { QueueUrl = '', MessageBody = '', DelaySeconds = 0 } }: SendCommand) => {
    const { messageId = '', putBack: number = 0 } = JSON.parse(MessageBody) as { messageId?: string; putBack?: number };
    const delivery = `${process.name} at ${sim.sink.deliveries.get(process.name)?.at}`;
    if (number > 0) sim.sink.putBacks.push({ message: messageId, number, delivery });
    return callTo(sim, process, { ...CLIENT, what: `put ${MessageBody} in ${DelaySeconds} s on ${QueueUrl}` }, () => {
      const { queued } = sim.sink;
      if (!queued.has(MessageBody)) queued.set(MessageBody, sim.schedule.now());
      put(QueueUrl, MessageBody, DelaySeconds);
      return {};
    });
  },
});
