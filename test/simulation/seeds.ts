import { FAULT_KINDS } from './engine/faults.ts';
import { runStory } from './run.ts';
import { storyOf } from './story.ts';

/** What came of running some seeds. */
export interface Found {
  readonly runs: number;
  readonly messages: number;
  readonly failing: readonly { readonly seed: number; readonly faults: readonly string[] }[];
  /** How often each fault happened and each delivery ended so, by its name. */
  readonly counts: Readonly<Record<string, number>>;
}

export const NOTHING: Found = { runs: 0, messages: 0, failing: [], counts: {} };

export const together = (one: Found, other: Found): Found => {
  const counts: Record<string, number> = { ...one.counts };
  for (const [name, count] of Object.entries(other.counts)) counts[name] = (counts[name] ?? 0) + count;
  return {
    runs: one.runs + other.runs,
    messages: one.messages + other.messages,
    failing: [...one.failing, ...other.failing],
    counts,
  };
};

/** Runs the seeds from `from` on, below `until`; only to the first that breaks a promise, where that is asked. */
export const runSeeds = async (seeds: { from: number; until: number }, isFirst = false): Promise<Found> => {
  let found = NOTHING;
  for (let seed = seeds.from; seed < seeds.until && !(isFirst && found.failing.length > 0); seed += 1) {
    const story = storyOf(seed);
    const ran = await runStory(story);
    const counts: Record<string, number> = Object.fromEntries(ran.outcomes);
    for (const { kind } of ran.happened) counts[`fault: ${kind}`] = (counts[`fault: ${kind}`] ?? 0) + 1;
    const failing = ran.faults.length > 0 ? [{ seed, faults: ran.faults }] : [];
    found = together(found, { runs: 1, messages: story.messages.length, failing, counts });
  }
  return found;
};

/** What must have happened in any thousand runs, or a green run says little. */
const RARE: readonly string[] = [
  ...FAULT_KINDS.map((kind) => `fault: ${kind}`),
  'sent',
  'sent, settled-late',
  'settled-before',
  'unknown-final',
  'unknown, claim-abandoned',
  'unknown, ECONNRESET',
  'unknown, TimeoutError',
  'unknown, status-500',
  'put-back, claim-held',
  'put-back, throttled',
  'put-back, sending-halted',
  'put-back, dependency-unavailable',
  'put-back, OPPOSITION_STORE_UNAVAILABLE',
  'put-back, unreachable:ECONNREFUSED',
  'outdated',
  'outdated, throttled',
  'deferred, QUIET_HOURS_SMS',
  'deferred, FREQUENCY_CAP',
  'refused, OPPOSED_CHANNEL',
  'refused, OPPOSED_AFTER_DECISION',
  'refused, CONSENT_MISSING',
  'refused, VALIDITY_PASSED',
];

/** Those of them that did not happen. */
export const missingIn = ({ counts }: Found): readonly string[] => RARE.filter((name) => (counts[name] ?? 0) === 0);
