import type { Remainder } from './remainder.ts';

/** What remains of what an erased person asked of their data, and of whom their data went to. */
export const REMAINING_OF_RIGHTS: readonly Remainder[] = [
  {
    kinds: ['rights-request', 'listed-rights-request', 'export-job', 'exported-contact'],
    where: 'table',
    what: {
      fr: 'Les demandes de la personne : leur objet, leurs dates, ce qui a été fait ; ni ses mots, ni ceux des réponses jusqu’à l’effacement.',
      en: 'The requests of the person: what they were for, their dates, what was done; none of the words written until the erasure.',
    },
    why: {
      fr: 'Pour montrer qu’il y a été répondu à temps (RGPD, art. 5, § 2, et 12, § 3).',
      en: 'To show that they were answered in time (GDPR art. 5, § 2, and 12, § 3).',
    },
    untilWhen: {
      fr: 'Six ans après la dernière chose faite.',
      en: 'Six years after the last thing that was done.',
    },
  },
  {
    kinds: ['disclosure', 'partner-notification', 'listed-partner-notification'],
    where: 'table',
    what: {
      fr: 'À quels partenaires les données ont été transmises, et ce qui leur a été notifié : identifiants, dates, empreinte de l’adresse sous une clé que l’annonceur partage avec le partenaire ; qui détient la clé et connaît l’adresse peut la retrouver.',
      en: 'Which partners the data went to, and what they were notified of: ids, dates, the fingerprint of the address under a key that the advertiser shares with the partner; whoever has the key and knows the address finds it again.',
    },
    why: {
      fr: 'Pour notifier l’effacement à ces partenaires et démontrer que cela a été fait (RGPD, art. 19 et art. 5, § 2).',
      en: 'So that these partners are notified of the erasure, and to show that they were (GDPR art. 19 and art. 5, § 2).',
    },
    untilWhen: {
      fr: 'Six ans après la transmission, ou après la notification.',
      en: 'Six years after the transfer was recorded, or after they were notified.',
    },
  },
];
