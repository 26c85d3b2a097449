import type { Reason } from './reason.ts';

const basis = { group: 'basis' } as const;
const evidence = { group: 'evidence' } as const;

/** Professionals and legal persons; bases that a channel or country does not admit; evidence. */
export const PROFESSIONAL = {
  B2B_PROFESSION_LINK_NOT_SHOWN: {
    ...basis,
    fr: 'Le lien entre l’offre et la fonction du professionnel n’est pas établi.',
    en: 'Nothing shows how the offer concerns the professional’s function.',
  },
  B2B_NOTICE_MISSING: {
    ...basis,
    fr: 'Le professionnel n’a pas été informé ni mis en mesure de refuser.',
    en: 'The professional was not informed, or could not refuse.',
  },
  B2B_ADDRESS_GUESSED: {
    ...basis,
    fr: 'L’adresse a été déduite ou devinée.',
    en: 'The address was guessed.',
  },
  COLLECTION_UNFAIR: {
    ...basis,
    fr: 'L’adresse a été collectée automatiquement à l’insu de la personne.',
    en: 'The address was scraped without the person’s knowledge.',
  },
  ONGOING_CONTRACT_NOT_SHOWN: { ...basis, fr: 'Aucun contrat en cours.', en: 'No ongoing contract.' },
  BASIS_NOT_AVAILABLE_FOR_CHANNEL: {
    ...basis,
    group: 'basis-allowed',
    fr: 'Ce fondement n’est pas admis pour ce canal ou ce pays.',
    en: 'This basis is not available for this channel or country.',
  },
  LEGAL_PERSON_BY_TEXT: {
    ...basis,
    group: 'basis-allowed',
    fr: 'Règle interne : une personne morale ne reçoit de SMS ou de MMS qu’avec un consentement, ou si l’annonceur a choisi l’autre lecture.',
    en: 'House rule: a legal person gets texts only with a consent, or where the advertiser chose the other reading.',
  },
  EVIDENCE_MISSING: { ...evidence, fr: 'Aucun consentement n’est enregistré.', en: 'No consent is recorded.' },
  EVIDENCE_INCOMPLETE: {
    ...evidence,
    fr: 'La preuve du recueil est incomplète.',
    en: 'The evidence of collection is incomplete.',
  },
  EVIDENCE_TAMPERED: {
    ...evidence,
    fr: 'La preuve enregistrée a été modifiée : elle ne correspond plus à son empreinte.',
    en: 'The stored evidence was changed: it no longer matches its seal.',
  },
  EVIDENCE_NOT_HELD_BY_US: {
    ...evidence,
    fr: 'La preuve est détenue par un tiers : une garantie contractuelle ne suffit pas.',
    en: 'Someone else holds the proof: a contractual warranty is not enough.',
  },
} as const satisfies Record<string, Reason>;
