import type { Instant } from '../ids.ts';
import { canonicalJson } from './canonical.ts';
import type { LedgerEvent } from './ledger-event.ts';
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

/** By which somebody is known again, and not by an opposition, nor by what a provider or a human says of the address. */
const COLLECTS: ReadonlySet<LedgerEvent['type']> = new Set([
  'contact-declared',
  'consent-given',
  'sale-recorded',
  'activity-recorded',
] as const);

/** Where an opposition alone was left, the address is collected with what brings it again (RET-1): the date of the opposition is none of that. */
export const collectedAgain = (
  { deliveryFailures: _failed, annulledAt: _annulled, ...known }: Standing,
  { type, recordedAt }: Pick<LedgerEvent, 'type' | 'recordedAt'>,
): Partial<Pick<Standing, 'firstRecordedAt'>> =>
  COLLECTS.has(type) && isReduced(known) ? { firstRecordedAt: recordedAt } : {};
