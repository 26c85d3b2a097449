import { type Reason, SANCTIONS } from './reason.ts';

const opposed = { group: 'opposition', sanction: SANCTIONS.opposition } as const;

/** The right to object, and what a later consent may or may not undo. */
export const OPPOSITION = {
  OPPOSED_GLOBAL: {
    ...opposed,
    fr: 'La personne s’oppose à toute prospection de cet annonceur.',
    en: 'The person objects to all prospecting by this advertiser.',
  },
  OPPOSED_CHANNEL: {
    ...opposed,
    fr: 'La personne s’oppose à la prospection par ce canal.',
    en: 'The person objects to prospecting by this channel.',
  },
  OPPOSED_PURPOSE: {
    ...opposed,
    fr: 'La personne s’oppose à ces offres par ce canal : retrait, refus ou opposition.',
    en: 'The person objects to these offers by this channel: a withdrawal, a refusal or an opposition.',
  },
  OPPOSED_AFTER_DECISION: {
    ...opposed,
    fr: 'La personne s’est opposée après le premier verdict, avant la remise.',
    en: 'The person objected after the first verdict and before the hand-off.',
  },
  OPPOSITION_STORE_UNAVAILABLE: {
    ...opposed,
    fr: 'Les oppositions ne peuvent pas être lues : rien ne part.',
    en: 'Oppositions cannot be read now: nothing leaves.',
  },
  REOPT_IN_NOT_VALID: {
    ...opposed,
    fr: 'Un consentement plus récent ne lève pas l’opposition : il n’est ni observé ni prouvé, ou pas de même portée.',
    en: 'A later consent does not lift the opposition: neither observed nor proven, or not of its scope.',
  },
} as const satisfies Record<string, Reason>;
