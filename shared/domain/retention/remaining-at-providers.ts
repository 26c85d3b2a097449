import type { Remainder } from './remainder.ts';

/**
 * What remains of a telephone number with those who carried SMS, MMS and calls to it. Each says when it is so: an erasure cannot know by which
 * routes messages left before it.
 */
export const REMAINING_AT_PROVIDERS: readonly Remainder[] = [
  {
    of: 'phone',
    kinds: ['sns/'],
    where: 'log',
    what: {
      fr: 'Si le sort des SMS est journalisé chez AWS : le numéro, masqué, et ce qu’est devenu chaque SMS de la dernière semaine.',
      en: 'Where AWS logs what became of SMS: the number, masked, and what became of each SMS of the last week.',
    },
    why: {
      fr: 'Pour y reconnaître les numéros que l’opérateur ou AWS dit opposés (RGPD, art. 21, § 3).',
      en: 'To find in it the numbers that the operator or AWS says have opted out (GDPR art. 21, § 3).',
    },
    // A week, and up to three days until CloudWatch has deleted it.
    days: 10,
  },
  {
    of: 'phone',
    kinds: [],
    where: 'provider',
    what: {
      fr: 'Si le numéro s’est opposé auprès d’AWS ou d’un autre prestataire : son inscription sur leur liste d’oppositions.',
      en: 'Where the number opted out with AWS or another provider: its entry in their list of opt-outs.',
    },
    why: {
      fr: 'C’est une opposition : la retirer permettrait de nouveaux envois (RGPD, art. 21, § 3).',
      en: 'It is an opposition: without it messages could be sent again (GDPR art. 21, § 3).',
    },
    untilWhen: { fr: 'Sans terme.', en: 'Without a term.' },
  },
  {
    of: 'phone',
    kinds: [],
    where: 'provider',
    what: {
      fr: 'Si un appel a été passé par Amazon Connect : son relevé, avec le numéro, le texte prononcé et les identifiants du message.',
      en: 'Where a call was made by Amazon Connect: its record, with the number, the script and the ids of the message.',
    },
    why: {
      fr: 'Amazon Connect le conserve et n’offre aucun moyen de l’effacer plus tôt.',
      en: 'Amazon Connect keeps it, and has no way to delete it before.',
    },
    untilWhen: { fr: 'Vingt-quatre mois après l’appel.', en: '24 months after the call.' },
  },
  {
    of: 'phone',
    kinds: [],
    where: 'provider',
    what: {
      fr: 'Si un SMS, un MMS ou un appel est passé par un autre prestataire : ses propres journaux, avec le numéro et, selon le prestataire, le texte.',
      en: 'Where an SMS, an MMS or a call left by another provider: logs of its own, with the number and, as the provider has it, the text.',
    },
    why: {
      fr: 'Cet effacement ne les atteint pas : l’annonceur demande au prestataire de les effacer (RGPD, art. 28, § 3).',
      en: 'This erasure does not reach them: the advertiser asks the provider to erase them (GDPR art. 28, § 3).',
    },
    untilWhen: {
      fr: 'Pour la durée que prévoit le contrat de l’annonceur avec ce prestataire.',
      en: 'For as long as the contract of the advertiser with this provider says.',
    },
  },
];
