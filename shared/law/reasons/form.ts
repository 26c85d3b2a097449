import type { Reason } from './reason.ts';

const form = { group: 'form' } as const;

/** What every prospecting message must carry, whatever its basis. */
export const FORM = {
  ADVERTISER_HIDDEN: {
    ...form,
    fr: 'Le message n’indique pas pour le compte de qui il est envoyé, ou son expéditeur n’est pas enregistré.',
    en: 'The message hides on whose behalf it is sent, or its sender is not registered.',
  },
  OPPOSITION_MENTION_MISSING: {
    ...form,
    fr: 'Le message n’indique pas comment s’opposer aux envois suivants.',
    en: 'The message does not say how to oppose the next ones.',
  },
  OPPOSITION_ROAD_NOT_WORKING: {
    ...form,
    fr: 'Le moyen d’opposition indiqué ne permet pas de recevoir les demandes.',
    en: 'The means of opposition in the message does not work: a request sent by it would not be received.',
  },
  OPPOSITION_NOT_FREE: {
    ...form,
    fr: 'S’opposer entraînerait d’autres frais que ceux de la transmission de la demande.',
    en: 'Opposing would cost more than transmitting the request.',
  },
  PROCESSING_NOTICE_MISSING: {
    ...form,
    fr: 'Le message n’informe pas du traitement des données, ou n’indique pas pourquoi la personne le reçoit.',
    en: 'The message gives no information on the processing of data, or does not say why the person gets it.',
  },
  SUBJECT_UNRELATED: {
    ...form,
    fr: 'L’objet est vide ou sans rapport avec l’offre.',
    en: 'The subject is empty or unrelated to the offer.',
  },
  SUBJECT_FAKE_REPLY: {
    ...form,
    fr: 'L’objet imite une réponse ou un transfert.',
    en: 'The subject imitates a reply or a forwarded message.',
  },
  SOURCE_MENTION_MISSING: {
    ...form,
    fr: 'Le premier message de prospection n’indique pas l’origine des coordonnées.',
    en: 'The first prospecting message does not say where the coordinates come from.',
  },
  AD_NOT_RECOGNISABLE: {
    ...form,
    fr: 'Le message n’est pas reconnaissable comme une publicité.',
    en: 'The message is not recognisable as advertising.',
  },
  CALLER_ID_FORBIDDEN: {
    ...form,
    fr: 'Un automate d’appel ne peut pas afficher ce numéro.',
    en: 'An automated system may not show this number.',
  },
  SENDER_ID_INVALID: {
    ...form,
    fr: 'L’expéditeur du SMS n’est pas enregistré, ou n’est pas admis pour la prospection.',
    en: 'The SMS sender is not registered, or not admitted for prospecting.',
  },
  PIXEL_STRIPPED_NO_CONSENT: {
    ...form,
    fr: 'Pixel de suivi retiré, ou à retirer d’un message envoyé par un autre outil : la personne n’a pas consenti au suivi.',
    en: 'Tracking pixel removed, or to be removed from a message sent by another tool: no consent to tracking.',
  },
  DELIVERABILITY_COMPLAINT_RATE: {
    ...form,
    fr: 'Taux de plaintes trop élevé auprès des fournisseurs de messagerie.',
    en: 'Too many complaints at mailbox providers.',
  },
  DKIM_NOT_COVERING_UNSUBSCRIBE: {
    ...form,
    fr: 'La signature DKIM ne couvre pas les en-têtes d’opposition.',
    en: 'DKIM does not cover the opposition headers.',
  },
} as const satisfies Record<string, Reason>;
