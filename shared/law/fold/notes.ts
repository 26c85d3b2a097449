import type { StoredReason } from '#shared/domain/message/verdict.ts';
import type { Facts } from '../facts/facts.ts';
import { isRequalified } from '../readings/class-of.ts';
import { inOrder } from './in-order.ts';
import { reason } from './reason-of-rule.ts';

const NONE: readonly StoredReason[] = [];

const wereStripped = ({ strippedPixels }: Facts): boolean => strippedPixels !== undefined && strippedPixels > 0;
/** Whatever the class of the message, its openings are not counted without a consent to that (D11). */
export const notesOnPixels = (facts: Facts): readonly StoredReason[] =>
  wereStripped(facts) ? [reason('PIXEL_STRIPPED_NO_CONSENT')] : NONE;

/** What changes no outcome and must be told: the faults of other bases, a country without rules of its own, and the rest. */
export const notesOn = (facts: Facts, ofBases: readonly StoredReason[]): readonly StoredReason[] => {
  const isAbroad = facts.pack === 'consent-only';
  const wasStripped = wereStripped(facts);
  const wasRequalified = isRequalified(facts);
  if (!isAbroad && !wasStripped && !wasRequalified) return inOrder(ofBases);
  const notes = [...ofBases];
  if (isAbroad) notes.push(reason('RULE_PACK_FALLBACK_CONSENT_ONLY', undefined, undefined, facts.country));
  if (wasStripped) notes.push(reason('PIXEL_STRIPPED_NO_CONSENT'));
  if (wasRequalified) notes.push(reason('MIXED_CONTENT_REQUALIFIED', undefined, undefined, facts.templateCause));
  return inOrder(notes);
};
