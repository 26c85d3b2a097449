import { article, type BasisException, type BasisProhibition, type MessageException } from '../../article.ts';
import type { Example } from '../../example.ts';
import { asksToRenew } from '../../readings/class-of.ts';
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

/** The question whether one wants to stay speaks of no offer: that some offer concerns the function is what there is to stay for. */
const asksToStayForAnOffer: BasisException = {
  says: {
    en: 'the message asks only whether the person wants to stay, and some offer concerns their function',
    fr: 'le message demande seulement à la personne si elle souhaite rester, et une offre concerne sa fonction',
  },
  source: 'CNIL, délibération 2021-131',
  when: (basis, facts) => asksToRenew(facts) && basis.noOfferConcernsTheFunction !== true,
};

export const PROFESSION_LINK: Pick<BasisProhibition, 'quote' | 'sanctions' | 'when' | 'detail'> = {
  quote: 'lorsque l’objet de la sollicitation est en rapport avec la profession de la personne démarchée',
  sanctions: SANCTIONS.consent,
  when: (basis) => !basis.concernsTheFunction,
  detail: (basis) => (basis.functionIsNotRecorded ? 'function-not-recorded' : undefined),
};

/** The offer concerns the function, by the advertiser's own justified map. */
export const unrelatedToProfession = PROFESSIONALS.forbidsRelyingOn(PROFESSIONAL, 'B2B_PROFESSION_LINK_NOT_SHOWN', {
  ...PROFESSION_LINK,
  unless: [asksToStayForAnOffer],
});
export const unrelatedToProfessionExamples: readonly Example[] = [
  ['a holiday offer to an IT director', { basis: { concernsTheFunction: false } }, 'forbidden'],
  ['nobody knows the function', { basis: { concernsTheFunction: false, functionIsNotRecorded: true } }, 'forbidden'],
  ['wine to a restaurant manager', { basis: { concernsTheFunction: true } }, 'not forbidden'],
  [
    'the question whether an IT director wants to stay, whom some offer concerns',
    {
      declaredClass: 'renewal-request',
      renewal: { opensAt: 0, wasAsked: false, opposition: undefined },
      basis: { concernsTheFunction: false },
    },
    'not forbidden',
  ],
  [
    'the same, where no offer concerns that function',
    {
      declaredClass: 'renewal-request',
      renewal: { opensAt: 0, wasAsked: false, opposition: undefined },
      basis: { concernsTheFunction: false, noOfferConcernsTheFunction: true },
    },
    'forbidden',
  ],
];

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

/** Attached to L. 34-5, al. 1, which has no such exception itself: the doctrine takes the place of a consent. */
export const professionalInterestBefore: MessageException = {
  says: {
    en: 'a professional is written to about the profession, and every condition of the doctrine holds',
    fr: 'le message s’adresse à un professionnel au titre de sa profession, et toutes les conditions de la doctrine sont réunies',
  },
  source: 'CNIL, prospection des professionnels',
  when: (facts) => facts.bases.some(({ kind }) => kind === 'professional-interest'),
  conditions: [capacityNotShown, unrelatedToProfession, professionalNotInformed],
};
export const professionalInterest: MessageException = {
  ...professionalInterestBefore,
  conditions: [capacityNotShown, unrelatedToProfession, professionalNotInformed, interestInOffersOfOthers],
};

/** Attached to L. 34-5, al. 1, which protects natural persons alone. */
export const noNaturalPerson: MessageException = {
  says: {
    en: 'the address is the generic address of a legal person',
    fr: 'l’adresse est l’adresse générique d’une personne morale',
  },
  source: 'L. 34-5, al. 1, « une personne physique » ; CNIL, prospection des professionnels',
  when: (facts) => facts.bases.some(({ kind }) => kind === 'legal-person'),
  conditions: [capacityNotShown, firmOfOne],
};
