import type { Reason } from './reason.ts';

const basis = { group: 'basis' } as const;

/** The existing-customer exception of L. 34-5 al. 4, condition by condition. */
export const CUSTOMER = {
  SOFT_OPT_IN_CHANNEL_NOT_COVERED: {
    ...basis,
    group: 'basis-allowed',
    fr: 'L’exception pour les clients ne s’applique pas à ce canal.',
    en: 'The existing-customer exception does not cover this channel.',
  },
  SOFT_OPT_IN_INDIRECT_COLLECTION: {
    ...basis,
    fr: 'Les coordonnées n’ont pas été recueillies auprès de la personne elle-même.',
    en: 'The coordinates were not collected from the person.',
  },
  SOFT_OPT_IN_NOTICE_MISSING: {
    ...basis,
    fr: 'Aucune mention d’information sur les données personnelles n’est enregistrée pour ce recueil.',
    en: 'No privacy notice is on record for this collection.',
  },
  SOFT_OPT_IN_NO_SALE: {
    ...basis,
    fr: 'Aucune vente ni prestation de services n’a été conclue.',
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
    fr: 'La personne a refusé la prospection lors du recueil.',
    en: 'The person refused prospecting at collection.',
  },
  SOFT_OPT_IN_FREEMIUM_REVIEW: {
    ...basis,
    fr: 'Compte gratuit dans une offre payante : il faut décider une fois s’il s’agit d’une vente.',
    en: 'A free account in a paid model: a human decides once whether it is a sale.',
  },
} as const satisfies Record<string, Reason>;
