import { TERRITORIES } from '#shared/domain/contact/phone/dialling.ts';
import type { StoredReason } from '#shared/domain/message/verdict.ts';
import type { Facts } from '../facts/facts.ts';
import { isRequalified } from '../readings/class-of.ts';
import { REFUSED_CAUSE_PREFIX, reason } from './fault.ts';
import { inOrder } from './in-order.ts';
import type { BasesFound } from './judge-bases.ts';

/** Named one by one; of more, how many. */
const MOST_NAMED = 5;

const listed = (from: readonly string[]): string => {
  const more = from.length - MOST_NAMED;
  return [...from.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join('; ');
};

/** Whatever the class of the message, who opens it is not counted without a consent to that (D11). */
export const notesOnPixels = ({ strippedPixels = 0, strippedFrom }: Facts): readonly StoredReason[] =>
  strippedPixels > 0
    ? [reason('PIXEL_STRIPPED_NO_CONSENT', undefined, undefined, strippedFrom && listed(strippedFrom))]
    : [];

/** The template; that a human called it prospecting, where one did and nothing in the message itself offers. */
const requalified = (facts: Facts): StoredReason => {
  const { templateCause: cause, bringsOffer, decided } = facts;
  const wasDecided = cause !== undefined && !bringsOffer && decided[cause] === 'refused';
  return reason(
    'MIXED_CONTENT_REQUALIFIED',
    undefined,
    undefined,
    wasDecided ? `${REFUSED_CAUSE_PREFIX}${cause}` : cause,
  );
};

/** Collectivities to which no text that was read extends what a verdict rests on there (0191). */
const UNCERTAIN: readonly string[] = ['WF', 'PF', 'NC'];

const ofPack = ({ pack, country, places }: Facts): readonly StoredReason[] => {
  if (pack === 'consent-only') return [reason('RULE_PACK_FALLBACK_CONSENT_ONLY', undefined, undefined, country)];
  const isIn = (code: string) =>
    code === country || TERRITORIES[code]?.places.some(({ zone }) => places.some((one) => one.zone === zone));
  return UNCERTAIN.filter((code) => pack === 'france' && isIn(code)).map((code) =>
    reason('RULE_PACK_EXTENSION_UNCERTAIN', undefined, undefined, code),
  );
};

const saysSo = ({ reasons }: BasesFound): boolean => reasons.some(({ code }) => code === 'RECIPIENT_KIND_UNKNOWN');

/**
 * What changes no outcome and is said all the same: faults of other bases, a country without rules of its own, or where ours are not shown to hold, a
 * kind that is declared and that nothing shows (D2), the class.
 */
export const notesOn = (facts: Facts, bases: BasesFound): readonly StoredReason[] =>
  inOrder([
    ...bases.notes,
    ...ofPack(facts),
    ...notesOnPixels(facts),
    ...(facts.kindIsNotShown && !saysSo(bases) ? [reason('RECIPIENT_KIND_UNKNOWN')] : []),
    ...(isRequalified(facts) ? [requalified(facts)] : []),
  ]);
