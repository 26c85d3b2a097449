import type { Reason } from './reason.ts';

const opposed = { group: 'opposition' } as const;

/** The right to oppose, and what a later consent may or may not undo. */
export const OPPOSITION = {
  OPPOSED_GLOBAL: {
    ...opposed,
    fr: 'La personne s’oppose à toute prospection de cet annonceur.',
    en: 'The person opposes all prospecting by this advertiser.',
  },
  OPPOSED_CHANNEL: {
    ...opposed,
    fr: 'La personne s’oppose à la prospection par ce canal.',
    en: 'The person opposes prospecting by this channel.',
  },
  OPPOSED_PURPOSE: {
    ...opposed,
    fr: 'La personne s’oppose à ces offres par ce canal (retrait du consentement, refus ou opposition).',
    en: 'The person opposes these offers by this channel: a withdrawal, a refusal or an opposition.',
  },
  OPPOSED_AFTER_DECISION: {
    ...opposed,
    fr: 'La personne s’est opposée après la première vérification et avant l’envoi.',
    en: 'The person opposed after the first verdict and before the hand-off.',
  },
  RELATIONAL_REFUSED: {
    ...opposed,
    fr: 'La personne a refusé de recevoir les messages de ce genre : tous les messages de cet annonceur, ou ceux qui suivent la relation.',
    en: 'The person refused such messages: all messages of this advertiser, or those that follow up on the relation.',
  },
  OPPOSITION_STORE_UNAVAILABLE: {
    ...opposed,
    fr: 'Les oppositions ne peuvent pas être consultées pour le moment : rien n’est envoyé.',
    en: 'Oppositions cannot be read now: nothing is sent.',
  },
  REOPT_IN_NOT_VALID: {
    ...opposed,
    fr: 'Le consentement plus récent ne lève pas l’opposition : il n’est ni constaté ni prouvé, ou n’a pas la même portée.',
    en: 'A later consent does not lift the opposition: neither observed nor proven, or not of its scope.',
  },
  USE_RESTRICTED: {
    ...opposed,
    fr: 'La personne a demandé la limitation de l’usage de ses données : elles sont conservées, et rien ne lui est envoyé.',
    en: 'The person asked to restrict the use of their data: they are kept, and nothing is sent.',
  },
} as const satisfies Record<string, Reason>;
