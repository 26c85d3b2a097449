import { canonicalJson } from '#shared/domain/ledger/canonical.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';
import type { Rulebook } from '../fold/rulebook.ts';
import { vet, vetBytes } from '../fold/vet.ts';
import { rulebookAt } from './edition.ts';

/** What a stored verdict gives when it is asked again. */
export interface Replay {
  /** `undefined`: its edition of the rulebook is not known here. */
  readonly verdict: StoredVerdict | undefined;
  /** The same answer, to the letter: outcome, reasons, facts and counts. */
  readonly isSame: boolean;
}

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
  const verdict = bytes === undefined ? first : vetBytes(then, first, bytes, rulebook);
  return { verdict, isSame: canonicalJson(verdict) === canonicalJson(stored) };
};
