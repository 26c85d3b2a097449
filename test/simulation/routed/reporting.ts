import { createHmac } from 'node:crypto';
import { Failure } from '#shared/domain/failure.ts';
import type { askingOf } from '../world/asking.ts';
import type { Ports } from '../world/ports.ts';
import type { Simulation } from '../world/process.ts';
import type { Handed } from '../world/provider.ts';
import type { Received } from '../world/sink.ts';
import { type Posted, PROVIDER_KEY } from './posted.ts';

/** What somebody made up. */
const WRONG_KEY = PROVIDER_KEY.toUpperCase();

/** How a person says stop to a provider that reports it. */
export type Word = 'reply' | 'key' | 'listed';
const SAID = {
  reply: { kind: 'reply', text: 'STOP' },
  key: { kind: 'keypress', digits: '9' },
  listed: { kind: 'blacklisted' },
} as const;

/** What somebody may want to have us believe who found the URL of a message. */
const FORGED = [{ kind: 'delivered' }, { kind: 'expired' }, { kind: 'failed', reason: 'number-invalid' }] as const;

type Signing = 'now' | 'old' | 'none' | 'wrong';
type Event = Readonly<Record<string, string>>;

const ODDS = {
  'report-lost': 0.3,
  'report-late': 0.15,
  'report-replayed': 0.2,
  'report-unsigned': 0.2,
  'report-forged': 0.2,
  'report-of-another': 0.15,
} as const;
const SOON_MS = [50, 600_000] as const;
const LATE_MS = [3_600_000, 30 * 3_600_000] as const;
const OLD_SECONDS = 900;

const headersOf = (signing: Signing, at: number, body: string): Readonly<Record<string, string>> => {
  const time = String(Math.floor(at / 1_000) - (signing === 'old' ? OLD_SECONDS : 0));
  const key = signing === 'wrong' ? WRONG_KEY : PROVIDER_KEY;
  const signature = createHmac('sha256', key).update(`${time}.${body}`).digest('hex');
  const signed = { 'aval-timestamp': time, 'aval-signature': `key1=${signature}` };
  return { 'content-type': 'application/json', ...(signing === 'none' ? {} : signed) };
};

/**
 * A provider that reports by HTTPS: lost, late, again, by a clock that is wrong, to the URL of another message; and somebody who forges reports. It sends each
 * again until it is answered, up to a point, and counts those of each message from one.
 */
export const reportingOf = (
  sim: Simulation,
  ask: ReturnType<typeof askingOf>,
  serve: (ports: Ports, posted: Posted) => Promise<number>,
  count: (name: string) => void,
) => {
  const { schedule, draws, faults, sink } = sim;
  const counts = new Map<string, number>();
  const known: Handed[] = [];
  const strikes = (kind: keyof typeof ODDS, where: string): boolean => faults.strikes(kind, ODDS[kind], where);
  const within = (span: readonly [number, number]): number => draws('reports').int(...span);

  const eventOf = ({ messageId = '' }: Handed, what: Event): Event => {
    const number = (counts.get(messageId) ?? 0) + 1;
    counts.set(messageId, number);
    const at = new Date(schedule.now()).toISOString();
    return { eventId: `evt-${number}`, reference: messageId, at, ...what };
  };

  /** Posts it to the URL of a message; signed at each try. Whether what a person said may be refused for its signature: it is stored all the same. */
  const post =
    ({ link: token = '' }: Handed, event: Event, signing: Signing, isWord = false) =>
    async (ports: Ports): Promise<void> => {
      const body = JSON.stringify(event);
      const status = await serve(ports, { token, body, headers: headersOf(signing, schedule.now(), body) });
      count(`report answered ${status}`);
      if (status === 204 || (isWord && status === 401)) return;
      throw new Failure(status >= 500 || status === 409 ? 'dependency-unavailable' : 'unauthenticated', '');
    };

  const forge = (to: Handed): void => {
    const event = eventOf(to, draws('forger').pick(FORGED));
    const signing = draws('forger').pick(['none', 'wrong', 'old'] as const);
    void ask(`a forged report of ${to.reference}`, post(to, event, signing), { isRepeated: false });
  };

  const report = async (received: Received): Promise<void> => {
    const isFailure = received.isDropped === true;
    const what = isFailure ? { kind: 'failed', reason: 'no-answer' } : { kind: 'delivered' };
    const event = eventOf(received, { ...what, providerId: received.providerId });
    const others = known.filter(({ messageId }) => messageId !== received.messageId);
    if (others.length > 0 && strikes('report-of-another', received.reference))
      await ask(`a report of ${received.reference} to another`, post(draws('reports').pick(others), event, 'now'));
    const at = await ask(`a report of ${received.reference}`, post(received, event, 'now'));
    if (at !== undefined && isFailure) sink.failures.push({ reference: received.reference, at });
    if (strikes('report-replayed', received.reference))
      schedule.after(within(LATE_MS), () => void ask(`${received.reference} again`, post(received, event, 'now')));
  };

  return {
    /** Somebody handed a message over, whether it is taken or not: its URL is known from now on. */
    posted: (handed: Handed): void => {
      if (!known.some(({ messageId }) => messageId === handed.messageId)) known.push(handed);
      if (strikes('report-forged', handed.reference)) schedule.after(within(SOON_MS), () => forge(handed));
    },
    /** A message was taken: what became of it is reported. */
    taken: (received: Received): void => {
      if (strikes('report-lost', received.reference)) return;
      const late = strikes('report-late', received.reference) ? within(LATE_MS) : 0;
      schedule.after(within(SOON_MS) + late, () => void report(received));
    },
    /** Reports what the reader of a message says, until it is stored. */
    said: (received: Received, word: Word): ((ports: Ports) => Promise<void>) => {
      const signing = strikes('report-unsigned', received.reference) ? 'old' : 'now';
      return post(received, eventOf(received, SAID[word]), signing, true);
    },
  };
};
export type Reporting = ReturnType<typeof reportingOf>;
