/**
 * Signs that a text offers something, or speaks of what its reason does not call for (D5, decision 0023). They are no
 * judgement: a sign in a transactional template costs one review.
 */
export const OFFER_SIGNS = [
  'price',
  'discount',
  'product',
  'call-to-buy',
  'other-topic',
  'link',
  'number',
  'merge-field',
  'language',
  'surcharge',
  // It asks people to come back to messages that promote, or to agree to them (D10, OPP-4).
  'asks-to-return',
  // Of a template reader (decision 0119): it found that the template promotes, or it gave no answer.
  'assessed-promoting',
  'not-assessed',
] as const;
export type OfferSign = (typeof OFFER_SIGNS)[number];

/** These signs once each, in the order of the list. */
export const together = (...found: readonly (readonly OfferSign[])[]): OfferSign[] =>
  OFFER_SIGNS.filter((sign) => found.some((each) => each.includes(sign)));
