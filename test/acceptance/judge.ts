import type { CaseOutcome } from './scenario.ts';

/** A verdict as the API gave it. */
export interface Given {
  readonly outcome: string;
  readonly codes: readonly string[];
}

/** An allow for want of prospecting is told apart by its code. */
export const outcomeOf = ({ outcome, codes }: Given): string =>
  outcome === 'allow' && codes[0]?.startsWith('NOT_PROSPECTING_') === true ? 'not-prospecting' : outcome;

/** In `alsoAcceptable`, `defer` is any hold instead of a refusal: for an hour, or for a human (D6). */
const admitted = (outcome: CaseOutcome): readonly string[] => (outcome === 'defer' ? ['defer', 'review'] : [outcome]);

/** True when the verdict is the one expected, or another that a sound gateway may give. */
export const isAsExpected = (
  { expected, alsoAcceptable }: { readonly expected: CaseOutcome; readonly alsoAcceptable: readonly CaseOutcome[] },
  given: Given,
): boolean => {
  const got = outcomeOf(given);
  return got === expected || alsoAcceptable.flatMap(admitted).includes(got);
};

const isSame = (these: readonly string[], those: readonly string[]): boolean =>
  JSON.stringify(these) === JSON.stringify(those);

/** A clock goes on while one asks: instants so near are the same. */
const SAME_INSTANT_MS = 120_000;
const isSameInstant = (one: string, other: string | undefined): boolean =>
  Math.abs(Date.parse(one) - Date.parse(other ?? '')) < SAME_INSTANT_MS;

/** What a row of the decision table expects. */
interface Expected extends Given {
  readonly notes?: readonly string[] | undefined;
  readonly notBefore?: string | undefined;
}

/** True when outcome and codes are exactly these, in this order; so the notes and the first lawful instant, where named. */
export const isExactly = (
  expected: Expected,
  given: Given & { readonly notes: readonly string[]; readonly notBefore: string | undefined },
): boolean =>
  given.outcome === expected.outcome &&
  isSame(given.codes, expected.codes) &&
  (expected.notes === undefined || isSame(given.notes, expected.notes)) &&
  (expected.notBefore === undefined || isSameInstant(expected.notBefore, given.notBefore));
