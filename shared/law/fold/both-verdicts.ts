import type { Outcome, StoredVerdict } from '#shared/domain/message/verdict.ts';
import { inOrder } from './in-order.ts';

/** The outcome that wins comes first: refuse beats review beats defer beats allow. */
export const SEVEREST_FIRST: readonly Outcome[] = ['refuse', 'review', 'defer', 'allow'];

/**
 * One verdict of two on the same message: before its bytes were there, and on them. The severer outcome wins, and every
 * reason of both is given: what is wrong with the bytes too, where something else refuses already. Bytes never make a
 * verdict milder.
 */
export const bothVerdicts = (before: StoredVerdict, onBytes: StoredVerdict): StoredVerdict => {
  if (before.outcome === 'allow') return onBytes;
  if (onBytes.outcome === 'allow') return before;
  const rank = ({ outcome }: StoredVerdict) => SEVEREST_FIRST.indexOf(outcome);
  const reasons = inOrder([...before.reasons, ...onBytes.reasons]);
  const isReason = new Set(reasons.map(({ code }) => code));
  const notes = inOrder([...before.notes, ...onBytes.notes]).filter(({ code }) => !isReason.has(code));
  return { ...(rank(onBytes) <= rank(before) ? onBytes : before), reasons: [...reasons], notes: [...notes] };
};
