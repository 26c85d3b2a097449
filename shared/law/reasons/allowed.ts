import type { Reason } from './reason.ts';

const positive = { group: 'positive' } as const;

/** On what an allowed message rests. */
export const ALLOWED = {
  OK_CONSENT: { ...positive, fr: 'Consentement prouvé.', en: 'Proven consent.' },
  OK_SOFT_OPT_IN: {
    ...positive,
    fr: 'Client : produits ou services analogues.',
    en: 'Existing customer: analogous goods or services.',
  },
  OK_B2B_INTEREST: {
    ...positive,
    fr: 'Professionnel : offre en rapport avec sa fonction.',
    en: 'Professional: the offer concerns the function.',
  },
  OK_LEGAL_PERSON: {
    ...positive,
    fr: 'Adresse générique d’une personne morale.',
    en: 'Role address of a legal person.',
  },
  OK_RENEWAL_REQUEST: {
    ...positive,
    fr: 'Question posée une fois avant le terme : la personne veut-elle rester ? La base suit.',
    en: 'Asked once before the term ends whether the person wants to stay; the basis follows.',
  },
  OK_ONGOING_CONTRACT: { ...positive, fr: 'Contrat en cours.', en: 'Ongoing contract.' },
} as const satisfies Record<string, Reason>;
