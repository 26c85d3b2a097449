import type { StoredReason } from '#shared/domain/message/verdict.ts';
import type { Facts } from '../facts/facts.ts';

/** A reason as stored: absent parts are left out. */
export const reason = (code: string, article?: string, factId?: string, detail?: string): StoredReason => ({
  code,
  ...(article === undefined ? {} : { article }),
  ...(factId === undefined ? {} : { factId }),
  ...(detail === undefined ? {} : { detail }),
});

/** A sentence that forbids: the reason it gives, and the cause on which a human may still decide otherwise (D6). */
export interface Fault {
  readonly reason: StoredReason;
  /** `undefined`: final. */
  readonly openCause: string | undefined;
}

/** The fault that a sentence finds, as a list of one; of none where a human allowed what it forbids. */
export const faultOf = (found: StoredReason, cause: string | undefined, { decided }: Facts): readonly Fault[] => {
  const decision = cause === undefined ? undefined : decided[cause];
  if (decision === 'allowed') return [];
  return [{ reason: found, openCause: decision === 'refused' ? undefined : cause }];
};

export const reasonsOf = (faults: readonly Fault[]): readonly StoredReason[] => faults.map((fault) => fault.reason);

export const openCausesOf = (faults: readonly Fault[]): readonly string[] =>
  faults.flatMap(({ openCause }) => openCause ?? []);

/** Nothing against it: allow; a human may decide on every fault: review; one is final: refuse. */
export const outcomeOf = (faults: readonly Fault[]): 'allow' | 'review' | 'refuse' => {
  if (faults.length === 0) return 'allow';
  return faults.every(({ openCause }) => openCause !== undefined) ? 'review' : 'refuse';
};

/** Each cause once, in the order of the alphabet. */
export const sortedCauses = (causes: readonly string[]): readonly string[] => [...new Set(causes)].sort();
