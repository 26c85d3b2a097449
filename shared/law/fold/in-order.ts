import type { StoredReason } from '#shared/domain/message/verdict.ts';
import { rankOf } from '../reasons/reasons.ts';

const byOrder = (a: StoredReason, b: StoredReason): number =>
  rankOf(a.code) - rankOf(b.code) || ((a.factId ?? '') < (b.factId ?? '') ? -1 : 1);

const isInOrder = (reasons: readonly StoredReason[]): boolean => {
  let last = -1;
  for (const { code } of reasons) {
    const rank = rankOf(code);
    if (rank <= last) return false;
    last = rank;
  }
  return true;
};

/** One reason per code, in the order in which reasons are shown; of two with one code, the first by fact. */
export const inOrder = (reasons: readonly StoredReason[]): readonly StoredReason[] => {
  if (reasons.length < 2 || isInOrder(reasons)) return reasons;
  const told: StoredReason[] = [];
  let last: string | undefined;
  for (const each of reasons.toSorted(byOrder)) {
    if (last !== each.code) told.push(each);
    last = each.code;
  }
  return told;
};
