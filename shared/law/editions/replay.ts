import { canonicalJson } from '#shared/domain/ledger/canonical.ts';
import type { StoredReason, StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';
import { NO_REVIEW, REFUSED_CAUSE_PREFIX } from '../fold/fault.ts';
import type { Rulebook } from '../fold/rulebook.ts';
import { vet, vetBytes } from '../fold/vet.ts';
import { APPROVED_LATER, KNOWS_WHERE, missingBefore, SAYS_EACH_FAULT } from './as-known.ts';
import { isBefore, rulebookAt } from './edition.ts';

/** What a stored verdict gives when it is asked again. */
export interface Replay {
  /** `undefined`: its edition of the rulebook is not known here. */
  readonly verdict: StoredVerdict | undefined;
  /** The same answer, to the letter: outcome, reasons, facts and counts. */
  readonly isSame: boolean;
}

/** Since this edition the detail of a reason says that a human refused its cause, or that none can be asked. */
const SAYS_WHY_FINAL = '2026-11-30.3';
const MEANS = `${REFUSED_CAUSE_PREFIX}opposition-means:`;

/** A reason as editions before said it: by the means or the template that it speaks of, or without a detail. */
const asBefore = (reason: StoredReason): StoredReason => {
  const { detail = '', ...before } = reason;
  if (detail.startsWith(MEANS)) return { ...before, detail: detail.slice(MEANS.length) };
  if (!detail.startsWith(REFUSED_CAUSE_PREFIX)) return detail === NO_REVIEW ? before : reason;
  return reason.code === 'MIXED_CONTENT_REQUALIFIED'
    ? { ...before, detail: detail.slice(REFUSED_CAUSE_PREFIX.length) }
    : before;
};

/** Since this edition each fault of one code is said, and that another basis holds; before, the first of each code alone. */
const firstOfEachCode = (reasons: readonly StoredReason[]): StoredReason[] =>
  reasons
    .filter(({ code }, index) => code !== 'ANOTHER_BASIS_HOLDS' && code !== reasons[index - 1]?.code)
    .map((reason) =>
      reason.detail === APPROVED_LATER ? { ...reason, detail: missingBefore(APPROVED_LATER) } : reason,
    );

/** A verdict as its edition would have said it. */
const asSaidIn = (edition: string, now: StoredVerdict): StoredVerdict => {
  if (!isBefore(edition, KNOWS_WHERE)) return now;
  const verdict = { ...now, notes: now.notes.filter(({ code }) => code !== 'RULE_PACK_EXTENSION_UNCERTAIN') };
  if (!isBefore(edition, SAYS_EACH_FAULT)) return verdict;
  const [reasons, notes] = [firstOfEachCode(verdict.reasons), firstOfEachCode(verdict.notes)];
  if (!isBefore(edition, SAYS_WHY_FINAL)) return { ...verdict, reasons, notes };
  return { ...verdict, reasons: reasons.map(asBefore), notes: notes.map(asBefore) };
};

/**
 * Judges a stored verdict's request again (P4), as of its own instant and by its own edition of the rulebook, whatever
 * became law or reading since. The request is the state at its ledger position and settings version.
 */
export const replay = (
  stored: StoredVerdict,
  request: VetRequest,
  bytes?: BytesFacts,
  editionOf: (version: string) => Rulebook | undefined = rulebookAt,
): Replay => {
  const rulebook = editionOf(stored.rulebookVersion);
  if (rulebook === undefined) return { verdict: undefined, isSame: false };
  const then = { ...request, at: stored.at };
  const first = vet(then, rulebook);
  const now = bytes === undefined ? first : vetBytes(then, first, bytes, rulebook);
  const verdict = asSaidIn(stored.rulebookVersion, now);
  return { verdict, isSame: canonicalJson(verdict) === canonicalJson(stored) };
};
