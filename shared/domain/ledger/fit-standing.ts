import { standingFull } from '../failure.ts';
import { mergeOppositions } from '../opposition/merge-oppositions.ts';
import { callsForgotten } from './declaration.ts';
import type { NewLedgerEvent } from './ledger-event.ts';
import type { Standing } from './standing.ts';

/**
 * The most bytes of a standing as it is stored, so that one strongly consistent read costs at most 3 KB. What is restricted is beside them:
 * it goes again, and an opposition that was widened to make room for it would stay so.
 */
export const STANDING_BYTES = 3072;
/** Bytes that bases may not use, so that an opposition finds room even in a full standing. */
const RESERVED_FOR_OPPOSITIONS = 320;

/** A sale whose buyer refused prospecting carries an opposition: it is never refused. */
const isBasis = (event: NewLedgerEvent): boolean => {
  if (event.type === 'sale-recorded') return event.sale.refusal === undefined;
  return event.type === 'consent-given' || event.type === 'contact-declared';
};

/**
 * The standing with its oppositions merged as far as its size asks for; `bytesOf` is what it takes in the store. Restrictions are not
 * measured. What was given before it was given again, and calls of before the one that is declared, make room first. Throws
 * `standing-full` when `events` add bases alone, or bases that followed from another address, and leave too little room. An opposition is never refused: narrower
 * ones are merged into wider ones, and none is lost (P2).
 */
export const fitStanding = (
  whole: Standing,
  events: readonly NewLedgerEvent[],
  bytesOf: (standing: Standing) => number,
): Standing => {
  const measured = ({ restrictions: _r, restrictedAlso: _a, ...rest }: Standing): number => bytesOf(rest);
  const addsBasesAlone = events.length > 0 && events.every(isBasis);
  const takesBasesOver = events.some(({ type }) => type === 'address-changed') && events.some(isBasis);
  const isOfBases = addsBasesAlone || takesBasesOver;
  const most = isOfBases ? STANDING_BYTES - RESERVED_FOR_OPPOSITIONS : STANDING_BYTES;
  const { givenBefore: _first, callsBefore: calls = [], ...withoutFirst } = whole;
  const standing = measured(whole) > most ? { ...withoutFirst, ...callsForgotten(whole, calls) } : whole;
  const bytes = measured(standing);
  if (isOfBases && bytes > most) throw standingFull();
  if (bytes <= STANDING_BYTES) return standing;
  const withOppositions = (oppositions: Standing['oppositions']): Standing => ({ ...standing, oppositions });
  const oppositions = mergeOppositions(
    standing.oppositions,
    (fewer) => measured(withOppositions([...fewer])) <= STANDING_BYTES,
  );
  return withOppositions([...oppositions]);
};
