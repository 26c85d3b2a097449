/** L. 34-5, al. 1 and 2: no prospecting of a natural person without prior consent to this means. */
import type { MessageException } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { noNaturalPerson, professionalInterest, professionalInterestBefore } from '../cnil/professional-exceptions.ts';
import { L34_5 } from './l34-5.ts';
import { existingCustomer } from './l34-5-existing-customer.ts';

const noConsentIsRecorded = (facts: Facts) => facts.bases.every(({ kind }) => kind !== 'consent');

/** Where consent was named, what is missing is its evidence (GDPR 7). */
const consentWasNamed: MessageException = {
  says: {
    en: 'the message names consent as its basis: then `EVIDENCE_MISSING`',
    fr: 'le message invoque le consentement : le motif est alors `EVIDENCE_MISSING`',
  },
  source: 'RGPD, art. 7, § 1',
  when: (facts) => facts.statedBasis === 'consent',
};

/** Own offers to somebody in France, of whom nothing is recorded that supports a message. */
const isOfNobodyKnown = ({ bases, pack, purpose }: Facts): boolean =>
  bases.length === 0 && pack === 'france' && purpose === 'own-offers';

/** A professional, by what their interest carries. */
const mayBeWrittenToAtWork = (facts: Facts): boolean =>
  !facts.isConsumer && facts.channel !== 'automated-call' && isOfNobodyKnown(facts);
const ofProfessionals = (facts: Facts) => (mayBeWrittenToAtWork(facts) ? 'profession-not-recorded' : undefined);

/** Whose consent alone would be void (LIL, art. 45, al. 2): a child's, or that of one of unknown age, of what is offered to children. */
const ofChildren = ({ ageBand, hasParentalConsent, offerIsChildDirected }: Facts) => {
  if (hasParentalConsent) return undefined;
  if (ageBand === 'under-15') return ageBand;
  return ageBand === 'unknown' && offerIsChildDirected ? 'age-not-recorded' : undefined;
};
const NOT_ON_RECORD = [
  ({ gatheredUnfairly }: Facts) => gatheredUnfairly,
  ofChildren,
  (facts: Facts) => (isOfNobodyKnown(facts) ? facts.notSaidOfAddress : undefined),
  ofProfessionals,
] as const;

/** al. 1: the principle, and what lifts it. Whether a consent that is recorded counts is for the sentences below. */
const NOTHING_RECORDED: Parameters<typeof L34_5.forbids>[1] = {
  quote: 'qui n’a pas exprimé préalablement son consentement à recevoir des prospections directes par ce moyen',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 1',
  when: noConsentIsRecorded,
  unless: [existingCustomer, professionalInterest, noNaturalPerson, consentWasNamed],
};
export const withoutConsent = L34_5.forbids('CONSENT_MISSING', {
  ...NOTHING_RECORDED,
  detail: (facts) => NOT_ON_RECORD.map((lack) => lack(facts)).find((lack) => lack !== undefined),
});
/** Of editions 2026-11-30.7 and 2026-12-01: of declared professionals alone did it say what their record lacks. */
export const withoutConsentOfProfessionals = L34_5.forbids('CONSENT_MISSING', {
  ...NOTHING_RECORDED,
  detail: ofProfessionals,
});
/** As earlier editions had it: that a professional's interest is in own offers alone was no condition of its own. */
const NOTHING_RECORDED_BEFORE: typeof NOTHING_RECORDED = {
  ...NOTHING_RECORDED,
  unless: [existingCustomer, professionalInterestBefore, noNaturalPerson, consentWasNamed],
};
/** Of editions 2026-11-30.5 and 2026-11-30.6. */
export const withoutConsentBefore = L34_5.forbids('CONSENT_MISSING', {
  ...NOTHING_RECORDED_BEFORE,
  detail: ofProfessionals,
});
/** Of editions before 2026-11-30.5: it did not say what a professional's record lacks. */
export const withoutConsentAlone = L34_5.forbids('CONSENT_MISSING', NOTHING_RECORDED_BEFORE);
/* @__NO_SIDE_EFFECTS__ */
const nothingRecordedExamples = (more: readonly Example[]): readonly Example[] => [
  ['a stranger', { bases: [] }, 'forbidden'],
  ['a stranger, when the request names consent as the basis', { bases: [], statedBasis: 'consent' }, 'not forbidden'],
  ['a person whose consent is recorded', {}, 'not forbidden'],
  ['a customer, by al. 4', { basis: { kind: 'existing-customer' } }, 'not forbidden'],
  ['a professional, by the doctrine of CNIL', { basis: { kind: 'professional-interest' } }, 'not forbidden'],
  ['the generic address of a legal person', { basis: { kind: 'legal-person' } }, 'not forbidden'],
  ...more,
];
export const withoutConsentAloneExamples = nothingRecordedExamples([]);
export const withoutConsentBeforeExamples = nothingRecordedExamples([
  ['a professional whose function nobody recorded', { bases: [], isConsumer: false }, 'forbidden'],
]);
export const withoutConsentOfProfessionalsExamples = nothingRecordedExamples([
  ['a professional whose function nobody recorded', { bases: [], isConsumer: false }, 'forbidden'],
]);
export const withoutConsentExamples = nothingRecordedExamples([
  ['a professional whose function nobody recorded', { bases: [], isConsumer: false }, 'forbidden'],
  ['contact@ of nobody known', { bases: [], notSaidOfAddress: 'organisation-not-recorded' }, 'forbidden'],
  ['a name at a firm’s own host', { bases: [], notSaidOfAddress: 'quality-not-recorded' }, 'forbidden'],
  ['an address that a program gathered', { bases: [], gatheredUnfairly: 'scraped' }, 'forbidden'],
  ['fourteen years old', { bases: [], ageBand: 'under-15' }, 'forbidden'],
  [
    'fourteen, with a parent and without an act of the child',
    { bases: [], ageBand: 'under-15', hasParentalConsent: true },
    'forbidden',
  ],
  ['of unknown age, toys for children', { bases: [], offerIsChildDirected: true }, 'forbidden'],
]);

const BY_THIS_MEANS = {
  quote: 'son consentement à recevoir des prospections directes par ce moyen',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 1',
} as const;

/** al. 1, "par ce moyen": consent to one channel is none to another. */
export const consentToAnotherChannel = L34_5.forbidsRelyingOn(['consent'], 'CONSENT_WRONG_CHANNEL', {
  ...BY_THIS_MEANS,
  when: (consent) => consent.channel === 'not-named',
});
export const consentToAnotherChannelExamples: readonly Example[] = [
  ['consent to e-mail, message by SMS', { channel: 'sms', basis: { channel: 'not-named' } }, 'forbidden'],
  ['consent to e-mail, message by e-mail', { basis: { channel: 'named' } }, 'not forbidden'],
];

/** al. 2, "spécifique": consent to one purpose is none to another. Of a professional's interest: `cnil/professionals.ts`. */
export const consentToAnotherPurpose = L34_5.forbidsRelyingOn(['consent'], 'CONSENT_WRONG_PURPOSE', {
  quote: 'toute manifestation de volonté libre, spécifique et informée',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 2',
  when: (basis) => !basis.coversPurpose,
});
export const consentToAnotherPurposeExamples: readonly Example[] = [
  [
    'consent to own offers, message for a partner',
    { purpose: 'partner-offers', basis: { coversPurpose: false } },
    'forbidden',
  ],
  ['consent to own offers, own message', { basis: { coversPurpose: true } }, 'not forbidden'],
];

/** al. 2, "spécifique": what somebody agreed to up to a day is agreed to no longer. */
export const consentThatHasEnded = L34_5.forbidsRelyingOn(['consent'], 'CONSENT_EXPIRED', {
  quote: 'toute manifestation de volonté libre, spécifique et informée',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 2',
  when: (consent, facts) => consent.agreedUntil !== undefined && facts.at > consent.agreedUntil,
  detail: () => 'by-its-words',
  reading:
    'A consent that was given up to an end is specific to that time. For calls, Code de la consommation, art. R. 223-1, I, 3° asks for its period and II takes what lies outside for no consent. Checked 2026-11-30.',
});
export const consentThatHasEndedExamples: readonly Example[] = [
  ['“pendant six mois”, eight months ago', { at: 2, basis: { agreedUntil: 1 } }, 'forbidden'],
  ['“pendant six mois”, five months ago', { at: 1, basis: { agreedUntil: 2 } }, 'not forbidden'],
  ['a consent without an end', {}, 'not forbidden'],
];

/** al. 2: consent given to one legal person is none to its sister. */
export const consentToAnotherPerson = L34_5.forbidsRelyingOn(['consent'], 'CONSENT_WRONG_CONTROLLER', {
  quote:
    'une personne accepte que des données à caractère personnel la concernant soient utilisées à fin de prospection directe',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 2',
  when: (consent) => consent.wasGivenToAnotherPerson,
});
export const consentToAnotherPersonExamples: readonly Example[] = [
  ['consent to company A, message of its sister B', { basis: { wasGivenToAnotherPerson: true } }, 'forbidden'],
  ['consent to the advertiser', { basis: { wasGivenToAnotherPerson: false } }, 'not forbidden'],
];

/** al. 1, "préalablement": a consent not yet confirmed is none (FR-CONSENT-4). */
export const consentNotConfirmed = L34_5.forbidsRelyingOn(['consent'], 'CONSENT_PENDING_CONFIRMATION', {
  quote: 'qui n’a pas exprimé préalablement son consentement',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 1',
  when: (consent) => consent.state === 'pending',
  reading:
    'No text asks for a confirmation: where the advertiser asked for one, nothing shows before it that the holder of the address consented (FR-CONSENT-4). Checked 2026-11-29.',
});
export const consentNotConfirmedExamples: readonly Example[] = [
  ['the confirmation was not clicked', { basis: { state: 'pending' } }, 'forbidden'],
  ['the confirmation was clicked', { basis: { state: 'given' } }, 'not forbidden'],
];

/** al. 1: a message without basis may not fetch the consent it lacked (D10; OPP-4: no "win-back"). */
export const consentDrawnUnlawfully = L34_5.forbidsRelyingOn(['consent'], 'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE', {
  quote: 'qui n’a pas exprimé préalablement son consentement',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 1',
  when: (consent) => consent.wasDrawnByUnlawfulMessage,
  reading:
    'LCEN, art. 22, III allowed asking for consent by e-mail for six months in 2004 and presumed a refusal after that: outside that window it stays forbidden (D10). Checked 2026-11-25.',
});
export const consentDrawnUnlawfullyExamples: readonly Example[] = [
  ['an e-mail to a bought file asked for it', { basis: { wasDrawnByUnlawfulMessage: true } }, 'forbidden'],
  ['a form on the advertiser’s site', { basis: { wasDrawnByUnlawfulMessage: false } }, 'not forbidden'],
];
