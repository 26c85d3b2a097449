import { randomOf } from '#test/worlds/random.ts';
import { DEPLOYED, type Load, runSystem, type SystemSettings } from './simulated-system.ts';

/** How long messages of a quiet advertiser took from their acceptance to the provider, in milliseconds of virtual time. */
export interface Waits {
  /** Each alone on a warm system, and at the same instant beside the load of others. */
  readonly alone: readonly number[];
  readonly beside: readonly number[];
  /** The very first message, on a system that had nothing to do: its processes begin with it. */
  readonly cold: number;
  /** Of the others, what was sent while the system ran. */
  readonly othersSent: number;
}

/** As fast as the four partitions of a new table are written: each change of a message is another write. */
const FASTEST_MS = 0.3;
/** A message of the quiet advertiser: small, prepared in a moment. */
const SMALL = { content: 'small', prepareMs: 5 };
/** Measured, of one core: a newsletter of 100 KB, and 256 KiB of `<b>a</b>`, the slowest that was found, in a process that has just begun. */
const NEWSLETTER = { content: 'newsletter', prepareMs: 40 };
const largest = (index: number) => ({ content: `largest-${index}`, prepareMs: 950 });

const ONE: Load = { advertiser: 'quiet', count: 1, from: 0, everyMs: 0, cost: () => SMALL };

/** Two figures that must not pass two: the mean beside the others over the mean alone, and the worst over that of an idle system. */
export const ratiosOf = ({ alone, beside, cold }: Waits) => {
  const mean = (waits: readonly number[]) => waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
  return { mean: mean(beside) / mean(alone), worst: Math.max(...beside) / cold };
};

/** Sends `count` messages of a quiet advertiser at seeded instants between two, first alone and then beside these loads. */
export const waitsBeside = async (
  others: readonly Load[],
  asked: { readonly seed: number; readonly count: number; readonly from: number; readonly until: number },
  settings: SystemSettings = DEPLOYED,
): Promise<Waits> => {
  const random = randomOf(asked.seed);
  const apart = (asked.until - asked.from) / asked.count;
  const instants = Array.from({ length: asked.count }, (_, index) => asked.from + apart * (index + random.next() / 2));
  const quiet = [ONE, ...instants.map((from) => ({ ...ONE, from }))];
  const end = asked.until + 120_000;
  const waitsOf = async (loads: readonly Load[]) => {
    const sent = await runSystem([...quiet, ...loads], end, settings);
    const own = sent.filter(({ load }) => load < quiet.length).toSorted((a, b) => a.load - b.load);
    const othersSent = sent.filter(({ load, sentAt }) => load >= quiet.length && sentAt !== undefined).length;
    const [cold = 0, ...waits] = own.map(({ acceptedAt, sentAt = Number.POSITIVE_INFINITY }) => sentAt - acceptedAt);
    return { cold, waits, othersSent };
  };
  const { waits: alone, cold } = await waitsOf([]);
  const { waits: beside, othersSent } = await waitsOf(others);
  return { alone, beside, cold, othersSent };
};

/** The loads that are measured, for a backlog of `count` messages. */
export const loadsOf = (count: number) => {
  const backlog: Load = { advertiser: 'noisy', count, from: 1000, everyMs: FASTEST_MS, cost: () => NEWSLETTER };
  const forty: Load = { advertiser: 'heavy', count: 40, from: 5000, everyMs: 0, cost: largest };
  return {
    [`a backlog of ${count.toLocaleString('en-GB')} and forty of the largest`]: [backlog, forty],
    'forty of the largest': [forty],
    [`a backlog of ${(count / 10).toLocaleString('en-GB')} of the largest`]: [
      { ...backlog, count: count / 10, cost: largest },
    ],
  };
};
