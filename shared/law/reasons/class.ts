import type { Reason } from './reason.ts';

const ofClass = { group: 'message-class' } as const;

/** What the message is: prospecting or not (D5). */
export const CLASS = {
  NOT_PROSPECTING_TRANSACTIONAL: {
    ...ofClass,
    fr: 'Message transactionnel, comme le modèle dont il est issu : il ne s’agit pas de prospection.',
    en: 'A transactional message, as its template is: it is not prospecting.',
  },
  NOT_PROSPECTING_RELATIONAL: {
    ...ofClass,
    fr: 'Message relationnel, dont une personne a examiné le modèle : il ne s’agit pas de prospection.',
    en: 'A relational message, whose template a human reviewed: it is not prospecting.',
  },
  MIXED_CONTENT_REQUALIFIED: {
    ...ofClass,
    fr: 'Le message est présenté comme non commercial, mais contient une offre : il est traité comme de la prospection.',
    en: 'The message is declared as not prospecting but contains an offer: it is judged as prospecting.',
  },
  PROSPECTING_BLOCKS_LEFT_OUT: {
    ...ofClass,
    fr: 'Les parties publicitaires du modèle sont retirées pour les motifs qui suivent ; le reste du message est envoyé.',
    en: 'The advertising parts of the template are left out, for the reasons that follow; the rest is sent.',
  },
  RELATIONAL_REFUSAL_MISSING: {
    ...ofClass,
    fr: 'Message relationnel sans moyen simple et gratuit de refuser les suivants.',
    en: 'A relational message that gives no easy and free way to refuse the next ones.',
  },
  CLASS_UNCERTAIN: {
    ...ofClass,
    fr: 'Message relationnel : une personne doit décider, une fois pour ce modèle, s’il s’agit de prospection.',
    en: 'A relational message: a human decides, once for the template, whether it is prospecting.',
  },
} as const satisfies Record<string, Reason>;
