import type { StoredReason } from '#shared/domain/message/verdict.ts';
import type { Facts } from '../facts/facts.ts';

/** A reason as stored: absent parts are left out. */
export const reason = (code: string, article?: string, factId?: string, detail?: string): StoredReason => ({
  code,
  ...(article === undefined ? {} : { article }),
  ...(factId === undefined ? {} : { factId }),
  ...(detail === undefined ? {} : { detail }),
});

/** The same reason once for each detail; once without any, where there is none. */
export const reasonPerDetail = (found: StoredReason, detail: string | readonly string[] | undefined) => {
  const details = typeof detail === 'object' ? detail : [detail];
  const each = details.length === 0 ? [undefined] : details;
  return each.map((one) => (one === undefined ? found : { ...found, detail: one }));
};

/** A sentence that forbids: the reason it gives, and the cause on which a human may still decide otherwise (D6). */
export interface Fault {
  readonly reason: StoredReason;
  /** `undefined`: final. */
  readonly openCause: string | undefined;
}

/** Begins the detail of a reason that is final because a human refused its cause, which follows: `refused:form:newsletter@3`. */
export const REFUSED_CAUSE_PREFIX = 'refused:';
/** The detail of a reason on which a human decides, where none can be asked: free text has no template to review. */
export const NO_REVIEW = 'no-review';

/**
 * The fault that a sentence finds, as a list of one; of none where a human allowed what it forbids. Its detail says why a
 * question is final: that it was decided, or that nobody can be asked.
 */
export const faultOf = (
  found: StoredReason,
  { isAsked = false, cause }: { readonly isAsked?: boolean; readonly cause: string | undefined },
  { decided }: Facts,
): readonly Fault[] => {
  if (cause === undefined)
    return [{ reason: isAsked ? { ...found, detail: found.detail ?? NO_REVIEW } : found, openCause: undefined }];
  const decision = decided[cause];
  if (decision === 'allowed') return [];
  if (decision === undefined) return [{ reason: found, openCause: cause }];
  return [{ reason: { ...found, detail: `${REFUSED_CAUSE_PREFIX}${cause}` }, openCause: undefined }];
};

export const reasonsOf = (faults: readonly Fault[]): readonly StoredReason[] => faults.map((fault) => fault.reason);

/** The reasons on which no human decides. */
export const finalReasonsOf = (faults: readonly Fault[]): readonly StoredReason[] =>
  reasonsOf(faults.filter(({ openCause }) => openCause === undefined));

export const openCausesOf = (faults: readonly Fault[]): readonly string[] =>
  faults.flatMap(({ openCause }) => openCause ?? []);

/** Nothing against it: allow; a human may decide on every fault: review; one is final: refuse. */
export const outcomeOf = (faults: readonly Fault[]): 'allow' | 'review' | 'refuse' => {
  if (faults.length === 0) return 'allow';
  return faults.every(({ openCause }) => openCause !== undefined) ? 'review' : 'refuse';
};

/** Each cause once, in the order of the alphabet. */
export const sortedCauses = (causes: readonly string[]): readonly string[] => [...new Set(causes)].sort();
