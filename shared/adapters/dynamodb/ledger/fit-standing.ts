import { standingFull } from '#shared/domain/failure.ts';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { mergeOppositions } from '#shared/domain/opposition/merge-oppositions.ts';
import { itemBytes } from '../item-size.ts';
import { toImage } from '../table.ts';

/** Bytes of a standing, encrypted address and keys of the store included (design: at most 3 KB, three quarters of a read unit). */
export const STANDING_BYTES = 3072;
/** Kept free by bases, so that an opposition finds room even in a full standing. */
const RESERVED_FOR_OPPOSITIONS = 320;
/** Encrypted address, wrapped key, key attributes, `entity`, `v`, `chainStart`, `expiresAt`. */
const STORE_OVERHEAD = 320;

/** A sale whose buyer refused prospecting carries an opposition: it is taken as one. */
const isBasis = (event: NewLedgerEvent): boolean => {
  if (event.type === 'sale-recorded') return !event.sale.refused;
  return event.type === 'consent-given' || event.type === 'contact-declared';
};

const bytesOf = (standing: Standing): number => itemBytes(toImage(standing)) + STORE_OVERHEAD;

/**
 * The standing as it fits its item. Throws `standingFull` for a new basis that finds no room; an opposition always does:
 * narrower ones are joined into wider ones, never losing any.
 */
export const fitStanding = (standing: Standing, events: readonly NewLedgerEvent[]): Standing => {
  const bytes = bytesOf(standing);
  const addsBasisAlone = events.length > 0 && events.every(isBasis);
  if (addsBasisAlone && bytes > STANDING_BYTES - RESERVED_FOR_OPPOSITIONS) throw standingFull();
  if (bytes <= STANDING_BYTES) return standing;
  const withOppositions = (oppositions: Standing['oppositions']): Standing => ({ ...standing, oppositions });
  const oppositions = mergeOppositions(
    standing.oppositions,
    (fewer) => bytesOf(withOppositions([...fewer])) <= STANDING_BYTES,
  );
  return withOppositions([...oppositions]);
};
