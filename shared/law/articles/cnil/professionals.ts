import { article, type BasisException, type BasisProhibition } from '../../article.ts';
import type { Example } from '../../example.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { CNIL_PAGES_QUOTED } from '../../texts/sources.ts';
import { EVERY_DAY } from '../../texts/text.ts';

/**
 * CNIL, doctrine on professionals and legal persons: the page of 10 June 2026. Since when it has been so was not read, hence
 * it is applied to every day. The statute has no such exception for natural persons: this is doctrine, and gives no legal
 * protection by itself.
 */
export const PROFESSIONALS = article({
  id: 'cnil-b2b/2026-06-10',
  code: 'CNIL, la prospection commerciale par courrier électronique',
  number: 'prospection des professionnels',
  inForce: EVERY_DAY,
  asOf: '2026-06-10',
  takenOn: '2026-11-24',
  kind: 'doctrine',
  read: CNIL_PAGES_QUOTED,
  url: 'https://www.cnil.fr/fr/la-prospection-commerciale-par-courrier-electronique-sms-mms-et-automate-dappel',
});
export const PROFESSIONAL = ['professional-interest'] as const;
export const LEGAL_PERSON = ['legal-person'] as const;

/** By recorded setting (D18) the first message may carry the notice, where data came indirectly. */
const firstMessageCarriesIt: BasisException = {
  says: {
    en: 'the address is from a public source or third party and, by a recorded setting, the first message gives the information',
    fr: 'l’adresse provient d’une source publique ou d’un tiers et, par un réglage enregistré, le premier message donne l’information',
  },
  source: 'RGPD, art. 14, § 3, b',
  when: (basis, facts) => basis.cameIndirectly && facts.readings.includes('first-message-carries-professional-notice'),
};

export const CAPACITY: Pick<BasisProhibition, 'quote' | 'sanctions' | 'when'> = {
  quote: 'La prospection à l’égard de professionnels peut être fondée sur l’intérêt légitime de l’organisme',
  sanctions: SANCTIONS.consent,
  when: (basis) => !basis.capacityIsShown,
};

export const ADDRESSES_READ =
  'No text says what shows a quality. An address at any host that is not on our list of public mailboxes does (FR-B2B-3). Checked 2026-11-30.';
export const OF_NO_CONSUMER = ['professional-interest', 'legal-person'] as const;

/**
 * A consumer is no professional, nor is a craftsman's free mailbox; a mailbox named after a person is no legal person's, nor is a mobile
 * (FR-B2B-2), whoever pays for it.
 */
export const capacityNotShown = PROFESSIONALS.forbidsRelyingOn(OF_NO_CONSUMER, 'RECIPIENT_KIND_UNKNOWN', {
  ...CAPACITY,
  when: ({ capacityIsShown, isAHumans }) => !capacityIsShown || isAHumans === true,
  detail: ({ capacityLacks, capacityIsShown }) => capacityLacks ?? (capacityIsShown ? 'mobile' : undefined),
  reading: ADDRESSES_READ,
});
export const capacityNotShownExamples: readonly Example[] = [
  ['a craftsman’s free mailbox, no registry number', { basis: { capacityIsShown: false } }, 'forbidden'],
  ['a manager at the company’s own domain', { basis: { capacityIsShown: true } }, 'not forbidden'],
  ['nobody says what the reader is', { basis: { capacityIsShown: false, capacityLacks: 'kind' } }, 'forbidden'],
  [
    'a mailbox that is not the general one',
    { basis: { capacityIsShown: false, capacityLacks: 'general-address' } },
    'forbidden',
  ],
  ['a mobile of a company, which somebody carries', { channel: 'sms', basis: { isAHumans: true } }, 'forbidden'],
  ['a landline of a company', { channel: 'sms', basis: { kind: 'legal-person' } }, 'not forbidden'],
];

export const FIRM_OF_ONE: Pick<BasisProhibition, 'quote' | 'sanctions' | 'when' | 'cause' | 'reading'> = {
  quote: 'qui concernent des personnes morales, ne sont pas soumises aux principes rappelés ci-dessus',
  sanctions: SANCTIONS.consent,
  when: ({ legalForm }) =>
    legalForm === undefined || legalForm === 'single-member-company' || legalForm === 'sole-trader',
  cause: ({ legalForm }) => `address-class:${legalForm ?? 'unknown-form'}`,
  reading: 'No authority text on one-person companies (FR-B2B-2). Checked 2026-11-24.',
};

/** A one-person firm: its generic address may be the address of its owner. */
export const firmOfOne = PROFESSIONALS.forbidsRelyingOn(LEGAL_PERSON, 'LEGAL_PERSON_UNCERTAIN', {
  ...FIRM_OF_ONE,
  detail: ({ legalForm }) => (legalForm === undefined ? 'form-not-shown' : 'firm-of-one'),
});
/** Of general addresses, by the legal form of whose they are. */
export const formsOfFirms = (): readonly Example[] => [
  ['contact@ of a company of one', { basis: { legalForm: 'single-member-company' } }, 'forbidden'],
  ['contact@ of an unknown form', { basis: { legalForm: undefined } }, 'forbidden'],
  ['contact@ of a sole trader', { basis: { legalForm: 'sole-trader' } }, 'forbidden'],
  ['contact@ of a company', { basis: { legalForm: 'company' } }, 'not forbidden'],
  ['contact@ of an association', { basis: { legalForm: 'association' } }, 'not forbidden'],
];
export const firmOfOneExamples = /* @__PURE__ */ formsOfFirms();

/** The interest is the advertiser's own (D22). */
export const interestInOffersOfOthers = PROFESSIONALS.forbidsRelyingOn(PROFESSIONAL, 'CONSENT_WRONG_PURPOSE', {
  quote: 'peut être fondée sur l’intérêt légitime de l’organisme',
  sanctions: SANCTIONS.consent,
  when: (basis) => !basis.coversPurpose,
  reading:
    'That the interest “de l’organisme” serves its own offers alone is read into the doctrine (D22). Checked 2026-11-29.',
});
export const interestInOffersOfOthersExamples: readonly Example[] = [
  [
    'a professional’s interest, message for a partner',
    { purpose: 'partner-offers', basis: { coversPurpose: false } },
    'forbidden',
  ],
  ['a professional’s interest, own offers', { basis: { coversPurpose: true } }, 'not forbidden'],
];

export const NOT_INFORMED: Pick<BasisProhibition, 'quote' | 'sanctions' | 'when' | 'unless'> = {
  quote: 'a été informée de la possible utilisation de son adresse électronique',
  sanctions: SANCTIONS.consent,
  when: (basis) => !basis.professionalWasInformed,
  unless: [firstMessageCarriesIt],
};

/** Informed at collection, and able to refuse then. */
export const professionalNotInformed = PROFESSIONALS.forbidsRelyingOn(PROFESSIONAL, 'B2B_NOTICE_MISSING', {
  ...NOT_INFORMED,
  detail: (basis) => (basis.dayOfCollectionIsMissing ? 'day-of-collection' : undefined),
});
export const professionalNotInformedExamples: readonly Example[] = [
  ['never informed', { basis: { professionalWasInformed: false } }, 'forbidden'],
  ['informed before', { basis: { professionalWasInformed: true } }, 'not forbidden'],
  ['public source, never informed', { basis: { professionalWasInformed: false, cameIndirectly: true } }, 'forbidden'],
  [
    'informed after the card was taken, who gave it in person',
    {
      basis: { professionalWasInformed: false, cameIndirectly: false },
      readings: ['first-message-carries-professional-notice'],
    },
    'forbidden',
  ],
  [
    'a public source, and the first message informs by setting',
    {
      basis: { professionalWasInformed: false, cameIndirectly: true },
      readings: ['first-message-carries-professional-notice'],
    },
    'not forbidden',
  ],
  [
    'informed by the person’s card, on a day that nobody noted',
    { basis: { professionalWasInformed: false, dayOfCollectionIsMissing: true } },
    'forbidden',
  ],
];
