import type { Instant } from '../ids.ts';
import { canonicalJson } from './canonical.ts';
import type { Standing } from './standing.ts';

/** What remains of who opposed: the keyed fingerprints, and of each opposition its scope and its dates (P7). */
export const reducedStanding = ({
  advertiserId,
  contactId,
  addressKind,
  seq,
  person,
  movedTo,
  restrictedAlso,
  oppositions,
  firstRecordedAt,
  erasedAt,
}: Standing): Standing => {
  const dates = oppositions.map(({ recordedAt }) => recordedAt).toSorted();
  const [first = firstRecordedAt]: readonly Instant[] = dates;
  return {
    advertiserId,
    contactId,
    addressKind,
    seq,
    declared: {},
    ...(person && { person }),
    ...(movedTo && { movedTo }),
    ...(restrictedAlso && { restrictedAlso }),
    consents: [],
    sales: [],
    oppositions: oppositions.map(({ messageId: _ofNoMessage, ...opposition }) => opposition),
    firstRecordedAt: first,
    ...(erasedAt && { erasedAt }),
  };
};

/** True of a standing that says no more than that. */
export const isReduced = (standing: Standing): boolean =>
  standing.oppositions.length > 0 && canonicalJson(reducedStanding(standing)) === canonicalJson(standing);
