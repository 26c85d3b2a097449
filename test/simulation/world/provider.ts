import type { Stretch } from '../campaigns/planned.ts';
import type { FaultKind } from '../engine/faults.ts';
import { NOTHING_CAME } from '../engine/schedule.ts';
import type { Process, Simulation } from './process.ts';
import type { Received } from './sink.ts';
import type { SesTenants } from './tenants.ts';

/** A message as its provider gets it. */
export type Handed = Pick<Received, 'reference' | 'address' | 'channel' | 'messageId' | 'link' | 'contactTag'>;

/** The run of the chunk that a delivery is of, as the queue names it. */
const runIn = (body = '{}'): string | undefined => {
  const { campaignId, scheduledAt } = JSON.parse(body) as { campaignId?: string; scheduledAt?: string };
  return campaignId === undefined ? undefined : `${campaignId} ${scheduledAt}`;
};

const ODDS = { 'provider-throttles': 0.05, 'provider-5xx': 0.03, 'provider-drops-answer': 0.03, slow: 0.03 } as const;
/** How often a provider that reports takes a message and brings it to nobody. */
const DROPPED = 0.1;
const LATENCY_MS = [10, 150] as const;
const SLOW_MS = [1_000, 30_000] as const;

const error = (name: string, more: object): Error => Object.assign(new Error(name), { name, ...more });
const withStatus = (name: string, httpStatusCode: number): Error => error(name, { $metadata: { httpStatusCode } });

/**
 * A stretch of time in which a provider is away: nobody can connect to it, it answers with errors, or it refuses whatever it is
 * handed.
 */
export interface Outage {
  readonly from: number;
  readonly until: number;
  readonly channel: Received['channel'];
  readonly how: 'refuses' | 'errs' | 'rejects';
}

/** A provider of one run: what it takes is with the person at once, whether its answer comes back or not. One that reports also drops some. */
export const providerOf = (
  sim: Simulation,
  {
    outages,
    throttled = [],
    isRouted: reports = false,
  }: {
    readonly outages: readonly Outage[];
    readonly throttled?: readonly Stretch[] | undefined;
    readonly isRouted?: boolean;
  },
  tenants: SesTenants,
  onTaken: (received: Received) => void,
) => {
  const { schedule, draws, faults, trace, sink } = sim;
  let taken = 0;

  const isOut = (channel: Received['channel'], how: Outage['how']): boolean =>
    outages.some(
      (outage) =>
        outage.channel === channel &&
        outage.how === how &&
        outage.from <= schedule.now() &&
        schedule.now() < outage.until &&
        faults.strikes('outage', 1, channel),
    );

  const take = (handed: Handed, of: Pick<Received, 'run' | 'queuedAt'>): string => {
    taken += 1;
    const isDropped = reports && faults.strikes('provider-drops-message', DROPPED, handed.reference);
    const dropped = isDropped ? ({ isDropped } as const) : {};
    const received = { ...handed, ...dropped, ...of, at: schedule.now(), providerId: `${handed.channel}-${taken}` };
    sink.inbox.push(received);
    trace.say(isDropped ? `${handed.reference} is dropped` : `${handed.address} receives ${handed.reference}`);
    onTaken(received);
    return received.providerId;
  };

  /** One attempt: the clients that hand over make no other. */
  return (
    process: Process,
    handed: Handed,
    timeoutMs: number,
    tenant?: string,
  ): Promise<{ readonly MessageId: string }> => {
    const where = `${process.name} provider of ${handed.reference}`;
    const strikes = (kind: keyof typeof ODDS): boolean => faults.strikes(kind satisfies FaultKind, ODDS[kind], where);
    const delivery = sink.deliveries.get(process.name);
    const deliveredAt = delivery?.at ?? schedule.now();
    const run = runIn(delivery?.body);
    const queuedAt = delivery && sink.queued.get(delivery.body);
    const read = sink.reads.get(`${process.name} ${sink.contacts.get(handed.address)}`);
    const readAt = read !== undefined && read >= deliveredAt ? read : undefined;
    const { reference, address, channel } = handed;
    sink.handOffs.push({ at: schedule.now(), reference, address, channel, run, deliveredAt, readAt });
    const { inHand } = process;
    const latency = draws('provider');
    const there = latency.int(...LATENCY_MS) + (strikes('slow') ? latency.int(...SLOW_MS) : 0);
    const back = latency.int(...LATENCY_MS) + (strikes('slow') ? latency.int(...SLOW_MS) : 0);
    const isOfStretch = throttled.some(({ from, until }) => from <= schedule.now() && schedule.now() < until);
    const isThrottled = strikes('provider-throttles') || isOfStretch;
    const isError = strikes('provider-5xx');
    const isDropped = strikes('provider-drops-answer');
    process.step();
    return new Promise((resolve, reject) => {
      let isOver = false;
      const after = (milliseconds: number, said: string, end: () => void, isExcused = false): void =>
        schedule.after(milliseconds, () => {
          if (isOver || !process.isAlive) return NOTHING_CAME;
          isOver = true;
          trace.say(`${where}: ${said}`);
          if (isExcused) sink.excuses.push({ at: schedule.now(), message: inHand, why: said, address });
          return end();
        });
      after(timeoutMs, 'no answer in time', () => reject(error('TimeoutError', {})), true);
      schedule.after(there, () => {
        process.step();
        if (isOut(channel, 'refuses'))
          return after(1, 'refuses the connection', () => reject(error('Error', { code: 'ECONNREFUSED' })));
        if (tenant !== undefined && tenants.isStopped(tenant)) {
          tenants.refuse(tenant, { run, queuedAt });
          return after(back, 'has stopped its tenant', () => reject(withStatus('SendingPausedException', 400)));
        }
        if (isOut(channel, 'rejects'))
          return after(back, 'rejects what it is handed', () => reject(withStatus('MessageRejected', 400)));
        if (isThrottled) return after(back, 'throttles', () => reject(withStatus('TooManyRequestsException', 429)));
        if (isOut(channel, 'errs') || (isError && latency.chance(0.5)))
          return after(back, 'answers with an error', () => reject(withStatus('InternalFailure', 500)), true);
        const MessageId = take(handed, { run, queuedAt });
        process.step();
        if (isError)
          return after(
            back,
            'took it and answers with an error',
            () => reject(withStatus('InternalFailure', 503)),
            true,
          );
        if (isDropped)
          return after(
            back,
            'took it and drops its answer',
            () => reject(error('Error', { code: 'ECONNRESET' })),
            true,
          );
        after(back, 'took it', () => resolve({ MessageId }));
      });
    });
  };
};
