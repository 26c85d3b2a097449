import type { StoredReason } from '#shared/domain/message/verdict.ts';
import type { Facts } from '../facts/facts.ts';
import { isRequalified } from '../readings/class-of.ts';
import { reason } from './fault.ts';
import { inOrder } from './in-order.ts';

/** Whatever the class of the message, who opens it is not counted without a consent to that (D11). */
export const notesOnPixels = ({ strippedPixels = 0 }: Facts): readonly StoredReason[] =>
  strippedPixels > 0 ? [reason('PIXEL_STRIPPED_NO_CONSENT')] : [];

/** What changes no outcome and is said all the same: faults of other bases, a country without rules of its own, the class. */
export const notesOn = (facts: Facts, ofBases: readonly StoredReason[]): readonly StoredReason[] =>
  inOrder([
    ...ofBases,
    ...(facts.pack === 'consent-only'
      ? [reason('RULE_PACK_FALLBACK_CONSENT_ONLY', undefined, undefined, facts.country)]
      : []),
    ...notesOnPixels(facts),
    ...(isRequalified(facts) ? [reason('MIXED_CONTENT_REQUALIFIED', undefined, undefined, facts.templateCause)] : []),
  ]);
