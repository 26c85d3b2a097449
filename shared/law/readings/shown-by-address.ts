import { isShownLegalPerson, isShownProfessional, speaksOfLegalPerson } from '../facts/address-basis.ts';
import { NO_OFFER } from '../facts/judge.ts';
import { concernsTheFunction, type Recipient } from '../facts/recipient.ts';

/**
 * The bases that rest on what an address is, where more than a word shows it: a professional whose function some offer
 * concerns, a legal person at its general address or number (FR-B2B-1 to FR-B2B-3). Whether the person was informed in time,
 * each message asks for itself. Pure.
 */
export const shownByAddress = (recipient: Recipient): readonly ('professional-interest' | 'legal-person')[] => {
  const declared = recipient.standing?.declared ?? {};
  const isProfessional = isShownProfessional(recipient) && concernsTheFunction(recipient, NO_OFFER);
  const isLegalPerson = speaksOfLegalPerson(recipient, declared) && isShownLegalPerson(recipient);
  return [
    ...(isProfessional ? (['professional-interest'] as const) : []),
    ...(isLegalPerson ? (['legal-person'] as const) : []),
  ];
};
