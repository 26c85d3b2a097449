import type { Reason } from './reason.ts';

const positive = { group: 'positive' } as const;

/** On what an allowed message rests. */
export const ALLOWED = {
  OK_CONSENT: { ...positive, fr: 'Consentement prouvé.', en: 'Proven consent.' },
  OK_SOFT_OPT_IN: {
    ...positive,
    fr: 'Client : l’offre porte sur des produits ou services analogues.',
    en: 'Existing customer: analogous goods or services.',
  },
  OK_B2B_INTEREST: {
    ...positive,
    fr: 'Professionnel : l’offre est en rapport avec sa fonction.',
    en: 'Professional: the offer concerns the function.',
  },
  OK_LEGAL_PERSON: {
    ...positive,
    fr: 'Adresse générique d’une personne morale.',
    en: 'Generic address of a legal person.',
  },
  OK_NON_COMMERCIAL_APPEAL: {
    ...positive,
    fr: 'Donateur ou adhérent : appel qui ne vend rien, permis par une lecture de la doctrine que l’annonceur a retenue ; aucun texte de loi ne le dit.',
    en: 'Donor or member: an appeal that sells nothing, by a reading of doctrine that the advertiser recorded; no law says so.',
  },
  OK_RENEWAL_REQUEST: {
    ...positive,
    fr: 'La personne est interrogée une seule fois, avant la fin de la durée de conservation : souhaite-t-elle continuer à recevoir des messages ? Le fondement de l’envoi figure au motif suivant.',
    en: 'The person is asked once, before the term ends, whether to go on; the next reason names the basis.',
  },
  OK_TEST: {
    ...positive,
    fr: 'Essai d’un modèle, adressé à une personne qui a accepté d’en recevoir.',
    en: 'A test of a template, to a person who agreed to receive tests.',
  },
  OK_ONGOING_CONTRACT: { ...positive, fr: 'Contrat en cours.', en: 'Ongoing contract.' },
} as const satisfies Record<string, Reason>;
