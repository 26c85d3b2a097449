import { CODES_GIVEN_ELSEWHERE, REASONS, RESERVED_CODES } from '#shared/law/reasons/reasons.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import type { Opinion } from '../oracle/world.ts';

/** Codes that a world without bytes never shows first, and why. */
export const NEVER_FIRST: Readonly<Record<string, string>> = {
  OPPOSED_AFTER_DECISION: 'given by the send path alone: a verdict in advance knows of no earlier one',
  REOPT_IN_NOT_VALID: 'only beside an opposition, which comes before it',
  EVIDENCE_TAMPERED: 'no route changes what is stored',
  OPPOSITION_MENTION_MISSING: 'read from bytes',
  OPPOSITION_ROAD_NOT_WORKING: 'read from bytes',
  PROCESSING_NOTICE_MISSING: 'read from bytes',
  SOURCE_MENTION_MISSING: 'read from bytes',
  AD_NOT_RECOGNISABLE: 'read from bytes',
  USE_RESTRICTED: 'no act of a made world is the request of a person: test/functions/rights',
  RELATIONAL_REFUSAL_MISSING: 'read from bytes',
  OPPOSITION_NOT_FREE: 'read from bytes, and settings that name such a code are refused',
  CALLER_ID_FORBIDDEN:
    'settings that register such a number are refused, and a number that is not registered hides the advertiser first',
  PIXEL_STRIPPED_NO_CONSENT: 'a note, read from bytes',
  RULE_PACK_FALLBACK_CONSENT_ONLY: 'a note',
  MIXED_CONTENT_REQUALIFIED: 'a note',
  PROSPECTING_BLOCKS_LEFT_OUT: 'a note',
};

const NOT_ASKED: ReadonlySet<string> = new Set([
  ...RESERVED_CODES,
  ...CODES_GIVEN_ELSEWHERE,
  ...Object.keys(NEVER_FIRST),
]);

/** The codes in force that a world can show first, in the order of reasons. */
export const CODES_ASKED: readonly string[] = Object.keys(REASONS).filter((code) => !NOT_ASKED.has(code));

/** How often each outcome with its first code came up. */
export type Counts = Readonly<Record<string, number>>;

const keyOf = ({ outcome, primary }: Opinion): string => `${outcome} ${primary}`;

/** The counts of these opinions together with earlier ones. */
export const counted = (counts: Record<string, number>, opinion: Opinion): void => {
  const key = keyOf(opinion);
  counts[key] = (counts[key] ?? 0) + 1;
};

/** Counts of several workers, added up. */
export const added = (all: readonly Counts[]): Counts => {
  const sum: Record<string, number> = {};
  for (const counts of all) for (const [key, count] of Object.entries(counts)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
};

const totalOf = (counts: Counts, holds: (outcome: string, code: string) => boolean): number =>
  Object.entries(counts).reduce((sum, [key, count]) => {
    const [outcome = '', code = ''] = key.split(' ');
    return holds(outcome, code) ? sum + count : sum;
  }, 0);

/** In a hundred thousand worlds a quarter is allowed, and each code comes first fifty times. */
const LEAST_ALLOWED = 0.25;
const LEAST_PER_WORLD = 50 / 100_000;

/** What is wanting in these counts: too few allowed, or a code that hardly ever comes first; empty: nothing. */
export const wantingIn = (counts: Counts): readonly string[] => {
  const all = totalOf(counts, () => true);
  const allowed = totalOf(counts, (outcome) => outcome === 'allow');
  const least = Math.floor(all * LEAST_PER_WORLD);
  const rare = CODES_ASKED.map((code) => [code, totalOf(counts, (_, each) => each === code)] as const);
  return [
    ...(allowed < all * LEAST_ALLOWED ? [`allowed: ${allowed} of ${all}`] : []),
    ...rare.filter(([, count]) => count < least).map(([code, count]) => `${code}: ${count}, expected ${least}`),
    ...Object.keys(NEVER_FIRST).filter((code) => totalOf(counts, (_, each) => each === code) > 0),
  ];
};

const share = (count: number, all: number): string => `${((100 * count) / all).toFixed(1)} %`;

/** The counts as a table: by outcome, then each first code, the most frequent first. */
export const tableOf = (counts: Counts): string => {
  const all = totalOf(counts, () => true);
  const outcomes = ['allow', 'defer', 'review', 'refuse'].map((one) => {
    const count = totalOf(counts, (outcome) => outcome === one);
    return `${one.padEnd(8)} ${count} (${share(count, all)})`;
  });
  const codes = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
  const lines = codes.map(([key, count]) => `${String(count).padStart(8)}  ${key}`);
  const byCode = CODES_ASKED.map((code) => [code, totalOf(counts, (_, each) => each === code)] as const);
  const asked = byCode
    .toSorted(([, a], [, b]) => a - b)
    .map(([code, count]) => `${String(count).padStart(8)}  ${code}`);
  const never = Object.entries(NEVER_FIRST).map(([code, why]) => `       –  ${code}: ${why}`);
  return [
    `${all} worlds under rulebook ${RULEBOOK.version}`,
    ...outcomes,
    ...lines,
    'codes in force, by how often each comes first:',
    ...asked,
    ...never,
  ].join('\n');
};
