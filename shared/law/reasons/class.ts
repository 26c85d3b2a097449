import type { Reason } from './reason.ts';

const ofClass = { group: 'message-class' } as const;

/** What the message is: prospecting or not (D5). */
export const CLASS = {
  NOT_PROSPECTING_TRANSACTIONAL: {
    ...ofClass,
    fr: 'Message transactionnel, d’un modèle approuvé : ce n’est pas de la prospection.',
    en: 'A transactional message of an approved template: no prospecting.',
  },
  NOT_PROSPECTING_RELATIONAL: {
    ...ofClass,
    fr: 'Message relationnel, d’un modèle examiné et approuvé : ce n’est pas de la prospection.',
    en: 'A relational message of a template that was reviewed: no prospecting.',
  },
  MIXED_CONTENT_REQUALIFIED: {
    ...ofClass,
    fr: 'Le message se dit non commercial mais contient une offre : jugé comme de la prospection.',
    en: 'The message says it is no prospecting but carries an offer: judged as prospecting.',
  },
  PROSPECTING_BLOCKS_LEFT_OUT: {
    ...ofClass,
    fr: 'Les parties publicitaires du modèle sont retirées, pour les raisons qui suivent ; le reste part.',
    en: 'The advertising parts of the template are left out, for the reasons that follow; the rest is sent.',
  },
  CLASS_UNCERTAIN: {
    ...ofClass,
    fr: 'Message relationnel : prospection ou non, une personne décide une fois pour ce modèle.',
    en: 'A relational message: prospecting or not, a human decides once for the template.',
  },
} as const satisfies Record<string, Reason>;
