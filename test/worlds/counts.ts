import { REASONS, RESERVED_CODES } from '#shared/law/reasons/reasons.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import type { Opinion } from '../oracle/world.ts';

/** Why no made world has a code first, and who judges it instead: a file of tests, written from the texts. */
interface Exempt {
  readonly why: string;
  readonly judgedBy: string;
}
const TABLE = 'test/acceptance/decision-table';
const note = (file: string): Exempt => ({
  why: 'a note beside a verdict: it is never a reason',
  judgedBy: `${TABLE}/${file}.ts`,
});
const ofTests: Exempt = {
  why: 'of tests of templates, a class that no text speaks of: no world makes one',
  judgedBy: 'test/law/fold/tests-of-templates.test.ts',
};

/** Codes in force that no made world has first. */
export const NEVER_FIRST: Readonly<Record<string, Exempt>> = {
  REOPT_IN_NOT_VALID: {
    why: 'only beside an opposition, which comes before it',
    judgedBy: `${TABLE}/oppositions.ts`,
  },
  CALLER_ID_FORBIDDEN: {
    why: 'settings that register such a number are refused, and a number that is not registered hides the advertiser first',
    judgedBy: `${TABLE}/moments.ts`,
  },
  OPPOSITION_STORE_UNAVAILABLE: {
    why: 'there is no verdict at all: the answer is a problem',
    judgedBy: 'test/journeys/decision-table-faults.test.ts',
  },
  REVIEW_EXPIRED: {
    why: 'given by the sender where a message waited for a human until its validity had passed: a world asks once',
    judgedBy: 'test/functions/send-message.test.ts',
  },
  ANOTHER_BASIS_HOLDS: { ...note('bases'), judgedBy: 'test/law/fold/vet.test.ts' },
  PIXEL_STRIPPED_NO_CONSENT: note('tracking'),
  RULE_PACK_FALLBACK_CONSENT_ONLY: note('consents'),
  RULE_PACK_EXTENSION_UNCERTAIN: note('consents'),
  MIXED_CONTENT_REQUALIFIED: note('decisions'),
  PROSPECTING_BLOCKS_LEFT_OUT: note('classes'),
  OK_TEST: ofTests,
  TEST_NOT_AGREED: ofTests,
  TEST_NOT_MARKED: ofTests,
};

const NOT_ASKED: ReadonlySet<string> = new Set([...RESERVED_CODES, ...Object.keys(NEVER_FIRST)]);

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
  const never = Object.entries(NEVER_FIRST).map(([code, { why }]) => `       –  ${code}: ${why}`);
  return [
    `${all} worlds under rulebook ${RULEBOOK.version}`,
    ...outcomes,
    ...lines,
    'codes in force, by how often each comes first:',
    ...asked,
    ...never,
  ].join('\n');
};
