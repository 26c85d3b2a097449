import { type CrowdSize, campaignStoryOf } from './campaigns/campaign-story.ts';
import { FAULT_KINDS, ROUTED_FAULTS } from './engine/faults.ts';
import { runStory } from './run.ts';
import { routedStoryOf, type Story, storyOf } from './story.ts';

/** What is made from a seed: a run of single messages, by AWS or by a provider that reports by HTTPS, or one with campaigns to so many people. */
export type StoryKind = 'messages' | 'routed' | `campaigns-${CrowdSize}`;
export const STORIES: Readonly<Record<StoryKind, (seed: number) => Story>> = {
  messages: storyOf,
  routed: routedStoryOf,
  'campaigns-20': (seed) => campaignStoryOf(seed, 20),
  'campaigns-500': (seed) => campaignStoryOf(seed, 500),
  'campaigns-10000': (seed) => campaignStoryOf(seed, 10_000),
};

/** The kind of stories that are asked for by how many people their campaigns are to. Throws for a size that there is none of. */
export const kindOf = (people: string | undefined): StoryKind => {
  if (people === undefined) return 'messages';
  const kind = `campaigns-${people}`;
  if (!(kind in STORIES)) throw new Error(`there are no stories of campaigns to ${people}: 20, 500 or 10000`);
  return kind as StoryKind;
};

/** What came of running some seeds. */
export interface Found {
  readonly runs: number;
  /** Messages that people received. */
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
export const runSeeds = async (
  seeds: { from: number; until: number },
  kind: StoryKind,
  isFirst = false,
): Promise<Found> => {
  let found = NOTHING;
  for (let seed = seeds.from; seed < seeds.until && !(isFirst && found.failing.length > 0); seed += 1) {
    const story = STORIES[kind](seed);
    const ran = await runStory(story);
    const counts: Record<string, number> = Object.fromEntries(ran.outcomes);
    for (const { kind } of ran.happened) counts[`fault: ${kind}`] = (counts[`fault: ${kind}`] ?? 0) + 1;
    const failing = ran.faults.length > 0 ? [{ seed, faults: ran.faults }] : [];
    found = together(found, { runs: 1, messages: ran.received, failing, counts });
  }
  return found;
};

const ROUTED: readonly string[] = ROUTED_FAULTS.map((kind) => `fault: ${kind}`);
const COMMON: readonly string[] = FAULT_KINDS.map((kind) => `fault: ${kind}`).filter((name) => !ROUTED.includes(name));

/** What must have happened in any thousand runs, or a green run says little. */
const RARE_OF_MESSAGES: readonly string[] = [
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

const RARE_OF_ROUTED: readonly string[] = [
  ...ROUTED,
  ...['sent', 'settled-before', 'unknown, claim-abandoned', 'unknown, ECONNRESET', 'unknown, TimeoutError'],
  ...['unknown, status-500', 'put-back, claim-held', 'put-back, throttled', 'put-back, unreachable:ECONNREFUSED'],
  ...[
    'deferred, QUIET_HOURS_SMS',
    'deferred, QUIET_HOURS_VOICE',
    'refused, OPPOSED_CHANNEL',
    'refused, VALIDITY_PASSED',
  ],
  ...['report opposed', 'report settled', 'report ignored', 'report answered 204', 'report answered 401'],
];

const RARE_OF_CAMPAIGNS: readonly string[] = [
  'chunk settled',
  'chunk settled-before',
  'chunk outdated',
  'a deploy',
  ...['sent', 'refused', 'waiting', 'deferred', 'cancelled', 'expired', 'unknown', 'unknown-final', 'in-review'],
  ...['claim-held', 'claim-abandoned', 'settled-late', 'throttled', 'paused', 'sending-halted', 'WAVE_LATER'],
  ...['FREQUENCY_CAP', 'QUIET_HOURS_SMS', 'OPPOSED_CHANNEL', 'VALIDITY_PASSED', 'no-answer'],
  ...['two dispatchers in a minute', 'a dispatcher beside another', 'a dispatcher killed', 'a cut repeated'],
  ...['stopped by SES', 'let again by SES', 'refused:SendingPausedException', 'workers away', 'in a row over chunks'],
  ...['a chunk taken up again', 'an outcome kept from a second worker', 'job finished'],
];

/** Where hundreds have campaigns. */
const RARE_OF_HUNDREDS: readonly string[] = [...RARE_OF_CAMPAIGNS, 'paused for complaints'];

const RARE: Readonly<Record<StoryKind, readonly string[]>> = {
  messages: RARE_OF_MESSAGES,
  routed: RARE_OF_ROUTED,
  'campaigns-20': RARE_OF_CAMPAIGNS,
  'campaigns-500': RARE_OF_HUNDREDS,
  'campaigns-10000': RARE_OF_CAMPAIGNS,
};

/** Those of them that did not happen. */
export const missingIn = ({ counts }: Found, kind: StoryKind): readonly string[] =>
  [...COMMON, ...RARE[kind]].filter((name) => (counts[name] ?? 0) === 0);
