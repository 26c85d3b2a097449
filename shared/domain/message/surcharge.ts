/**
 * True for a reply code or number that costs no more than a message or call does: short codes of 3xxxx (af2m SMS+; those of
 * 4 to 8 are paid), and any number but +33 81, 82 and 89, paid or at shared cost (Arcep’s numbering plan).
 */
export const isFreeOfSurcharge = (target: string): boolean =>
  target.startsWith('+') ? !/^\+33(?:81|82|89)/.test(target) : /^3\d{4}$/.test(target);
