import type { StoredReason } from '#shared/domain/message/verdict.ts';
import { rankOf } from '../reasons/rank.ts';

const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

const byRankThenFact = (a: StoredReason, b: StoredReason): number =>
  rankOf(a.code) - rankOf(b.code) || compare(a.factId ?? '', b.factId ?? '');

/** One reason per code, in the order in which reasons are shown; of two with one code, the first by fact. */
export const inOrder = (reasons: readonly StoredReason[]): readonly StoredReason[] =>
  reasons.toSorted(byRankThenFact).filter(({ code }, index, sorted) => code !== sorted[index - 1]?.code);
