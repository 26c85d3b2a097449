import type { StoredReason } from '#shared/domain/message/verdict.ts';
import { rankOf } from '../reasons/rank.ts';

const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

const byRankThenFact = (a: StoredReason, b: StoredReason): number =>
  rankOf(a.code) - rankOf(b.code) || compare(a.factId ?? '', b.factId ?? '');

const saysTheSame = (one: StoredReason, other: StoredReason): boolean =>
  one.code === other.code && one.article === other.article && one.detail === other.detail;

/**
 * Each fault once, in the order in which reasons are shown: of one code, each article and each detail (D21). What two records lack alike is
 * said once, of the first by fact.
 */
export const inOrder = (reasons: readonly StoredReason[]): readonly StoredReason[] =>
  reasons
    .toSorted(byRankThenFact)
    .filter((each, index, sorted) => sorted.findIndex((other) => saysTheSame(other, each)) === index);

/** Reasons in their order, those that refuse before the others: what a human may still decide, and what only puts off, changes nothing of a refusal. */
export const refusingFirst = (
  reasons: readonly StoredReason[],
  refusing: readonly StoredReason[],
): readonly StoredReason[] => {
  const refuses = (each: StoredReason): boolean => refusing.some((other) => saysTheSame(other, each));
  return [...reasons.filter(refuses), ...reasons.filter((each) => !refuses(each))];
};
