import { type Reason, SANCTIONS } from './reason.ts';

const basis = { group: 'basis', sanction: SANCTIONS.consent } as const;
const evidence = { group: 'evidence', sanction: SANCTIONS.consent } as const;

/** Whether something founds the message: consent, existing customer, professional interest, legal person. */
export const BASIS = {
  RECIPIENT_KIND_UNKNOWN: {
    group: 'recipient',
    sanction: SANCTIONS.consent,
    fr: 'La qualité de professionnel ou de personne morale du destinataire n’est pas établie.',
    en: 'Nothing shows that the recipient is a professional or a legal person.',
  },
  LEGAL_PERSON_UNCERTAIN: {
    group: 'recipient',
    sanction: SANCTIONS.consent,
    fr: 'L’adresse est celle d’une entreprise d’une seule personne, ou de forme inconnue : à examiner.',
    en: 'The address belongs to a firm of one, or of unknown form: a human decides.',
  },
  CONSENT_MISSING: { ...basis, fr: 'Aucune base n’est enregistrée.', en: 'No basis is recorded.' },
  CONSENT_PENDING_CONFIRMATION: {
    ...basis,
    fr: 'Le consentement attend sa confirmation.',
    en: 'The consent awaits its confirmation.',
  },
  CONSENT_WITHDRAWN: {
    ...basis,
    fr: 'Le consentement a pris fin : retrait de la personne, ou correction de l’annonceur.',
    en: 'The consent has ended: withdrawn by the person, or corrected by the advertiser.',
  },
  CONSENT_EXPIRED: {
    ...basis,
    fr: 'Le consentement aux appels a plus d’un an.',
    en: 'The consent to calls is more than a year old.',
  },
  CONSENT_WRONG_CHANNEL: {
    ...basis,
    fr: 'Le consentement ne vaut pas pour ce canal.',
    en: 'The consent does not cover this channel.',
  },
  CONSENT_CHANNEL_UNCERTAIN: {
    ...basis,
    fr: 'Le texte du formulaire ne nomme aucun canal : à examiner une fois.',
    en: 'The form’s wording names no channel: a human decides once for this version.',
  },
  CONSENT_WRONG_PURPOSE: {
    ...basis,
    fr: 'La base ne vaut pas pour cette finalité.',
    en: 'The basis does not cover this purpose.',
  },
  CONSENT_WRONG_CONTROLLER: {
    ...basis,
    fr: 'Le consentement a été donné à une autre personne morale.',
    en: 'The consent was given to another legal person.',
  },
  CONSENT_MECHANISM_INVALID: {
    ...basis,
    fr: 'L’acte recueilli n’est pas un consentement : case pré-cochée, conditions générales, silence, contrainte ou présentation trompeuse.',
    en: 'The act is no consent: pre-ticked box, terms, silence, condition of service or misleading design.',
  },
  CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE: {
    ...basis,
    fr: 'Le consentement a été sollicité par un message sans base.',
    en: 'The consent was drawn by a message that had no basis.',
  },
  CONSENT_AFTER_SEND: { ...basis, fr: 'Le consentement suit l’envoi.', en: 'The consent follows the send.' },
  PARTNER_NOT_NAMED_AT_COLLECTION: {
    ...basis,
    fr: 'L’annonceur n’était pas nommé parmi les partenaires lors du recueil.',
    en: 'The advertiser was not among the partners named at collection.',
  },
  PARTNER_CHAIN_BROKEN: {
    ...basis,
    fr: 'Le consentement est passé par un partenaire de partenaire.',
    en: 'The consent passed through a partner’s partner.',
  },
  SOFT_OPT_IN_CHANNEL_NOT_COVERED: {
    ...basis,
    group: 'basis-allowed',
    fr: 'L’exception du client ne vaut pas pour ce canal.',
    en: 'The existing-customer exception does not cover this channel.',
  },
  SOFT_OPT_IN_INDIRECT_COLLECTION: {
    ...basis,
    fr: 'Les coordonnées n’ont pas été recueillies auprès du client lui-même.',
    en: 'The coordinates were not collected from the customer in person.',
  },
  SOFT_OPT_IN_NOTICE_MISSING: {
    ...basis,
    fr: 'Aucune mention d’information n’est enregistrée pour cette vente.',
    en: 'No privacy notice is on record for this sale.',
  },
  SOFT_OPT_IN_NO_SALE: {
    ...basis,
    fr: 'Aucune vente ni prestation conclue.',
    en: 'No concluded sale or supply of services.',
  },
  SOFT_OPT_IN_DIFFERENT_PERSON: {
    ...basis,
    fr: 'Le vendeur n’est pas l’annonceur, ou l’offre est celle d’un tiers.',
    en: 'The seller is not the advertiser, or the offer is a third party’s.',
  },
  SOFT_OPT_IN_NOT_ANALOGOUS: {
    ...basis,
    fr: 'L’offre n’est pas analogue à ce qui a été vendu.',
    en: 'The offer is not analogous to what was sold.',
  },
  SOFT_OPT_IN_NO_REFUSAL_OFFERED: {
    ...basis,
    fr: 'Aucun moyen simple et gratuit de refuser n’a été offert lors du recueil.',
    en: 'No free and simple way to refuse was offered at collection.',
  },
  SOFT_OPT_IN_REFUSED_AT_COLLECTION: {
    ...basis,
    sanction: SANCTIONS.opposition,
    fr: 'Le client a refusé la prospection lors du recueil.',
    en: 'The customer refused prospecting at collection.',
  },
  SOFT_OPT_IN_FREEMIUM_REVIEW: {
    ...basis,
    fr: 'Un compte gratuit dans une offre payante : vente ou non, à examiner une fois.',
    en: 'A free account in a paid-tier model: sale or not, a human decides once.',
  },
  B2B_PROFESSION_LINK_NOT_SHOWN: {
    ...basis,
    fr: 'Le lien entre l’offre et la fonction du professionnel n’est pas montré.',
    en: 'Nothing shows how the offer concerns the professional’s function.',
  },
  B2B_NOTICE_MISSING: {
    ...basis,
    fr: 'Le professionnel n’a pas été informé ni mis en mesure de refuser.',
    en: 'The professional was not told, or could not refuse.',
  },
  B2B_ADDRESS_GUESSED: {
    ...basis,
    sanction: SANCTIONS.unfairCollection,
    fr: 'L’adresse a été devinée.',
    en: 'The address was guessed.',
  },
  COLLECTION_UNFAIR: {
    ...basis,
    sanction: SANCTIONS.unfairCollection,
    fr: 'L’adresse a été aspirée à l’insu de la personne.',
    en: 'The address was scraped without the person’s knowledge.',
  },
  ONGOING_CONTRACT_NOT_SHOWN: { ...basis, fr: 'Aucun contrat en cours.', en: 'No ongoing contract.' },
  BASIS_NOT_AVAILABLE_FOR_CHANNEL: {
    ...basis,
    group: 'basis-allowed',
    fr: 'Cette base n’est pas admise pour ce canal ou ce pays.',
    en: 'This basis is not available for this channel or country.',
  },
  EVIDENCE_MISSING: { ...evidence, fr: 'Aucun consentement n’est enregistré.', en: 'No consent is recorded.' },
  EVIDENCE_INCOMPLETE: {
    ...evidence,
    fr: 'La preuve du recueil est incomplète.',
    en: 'The evidence of collection is incomplete.',
  },
  EVIDENCE_TAMPERED: {
    ...evidence,
    fr: 'La preuve enregistrée ne correspond plus à son empreinte.',
    en: 'The stored evidence no longer matches its seal.',
  },
  EVIDENCE_NOT_HELD_BY_US: {
    ...evidence,
    fr: 'La preuve est chez un tiers : une garantie contractuelle ne suffit pas.',
    en: 'Someone else holds the proof: a contractual warranty is not enough.',
  },
} as const satisfies Record<string, Reason>;
