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

/** True when outcome and codes are exactly these, in this order, and so the notes where some are named. */
export const isExactly = (
  expected: Given & { readonly notes?: readonly string[] },
  given: Given & { readonly notes: readonly string[] },
): boolean =>
  given.outcome === expected.outcome &&
  isSame(given.codes, expected.codes) &&
  (expected.notes === undefined || isSame(given.notes, expected.notes));
