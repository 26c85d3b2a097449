import { type Reason, SANCTIONS } from './reason.ts';

const form = { group: 'form', sanction: SANCTIONS.form } as const;

/** What every prospecting message must carry, whatever its basis. */
export const FORM = {
  ADVERTISER_HIDDEN: {
    ...form,
    fr: 'Le message ne dit pas pour qui il est envoyé, ou son expéditeur n’est pas enregistré.',
    en: 'The message hides on whose behalf it is sent, or its sender is not registered.',
  },
  OPPOSITION_MENTION_MISSING: {
    ...form,
    fr: 'Le message ne dit pas comment s’opposer aux suivants.',
    en: 'The message does not say how to stop the next.',
  },
  OPPOSITION_ROAD_NOT_WORKING: {
    ...form,
    fr: 'Le moyen de s’opposer indiqué ne peut pas être entendu.',
    en: 'The means to object named cannot be heard.',
  },
  OPPOSITION_NOT_FREE: {
    ...form,
    fr: 'S’opposer coûterait plus que la transmission de la demande.',
    en: 'Objecting would cost more than transmitting the request.',
  },
  PROCESSING_NOTICE_MISSING: {
    ...form,
    sanction: SANCTIONS.gdpr,
    fr: 'Le message n’informe pas du traitement, ou ne dit pas pourquoi la personne le reçoit.',
    en: 'The message does not tell of the processing, or not why the person gets it.',
  },
  SUBJECT_UNRELATED: {
    ...form,
    fr: 'L’objet est vide ou sans rapport avec l’offre.',
    en: 'The subject is empty or unrelated to the offer.',
  },
  SUBJECT_FAKE_REPLY: {
    ...form,
    fr: 'L’objet imite une réponse ou un transfert.',
    en: 'The subject poses as a reply or a forward.',
  },
  SOURCE_MENTION_MISSING: {
    ...form,
    sanction: SANCTIONS.gdpr,
    fr: 'Le premier message ne dit pas d’où viennent les coordonnées.',
    en: 'The first message does not say where the coordinates come from.',
  },
  AD_NOT_RECOGNISABLE: {
    ...form,
    sanction: SANCTIONS.consumer,
    fr: 'Le message n’est pas reconnaissable comme une publicité.',
    en: 'The message is not recognisable as advertising.',
  },
  CALLER_ID_FORBIDDEN: {
    ...form,
    sanction: SANCTIONS.contract,
    fr: 'Ce numéro ne peut pas être présenté par un automate.',
    en: 'An automated system may not show this number.',
  },
  SENDER_ID_INVALID: {
    ...form,
    sanction: SANCTIONS.contract,
    fr: 'L’expéditeur SMS n’est pas enregistré, ou pas admis pour de la prospection.',
    en: 'The SMS sender is not registered, or not admitted for prospecting.',
  },
  PIXEL_STRIPPED_NO_CONSENT: {
    ...form,
    sanction: SANCTIONS.gdpr,
    fr: 'Pixel de suivi retiré, ou à retirer d’un message envoyé ailleurs : aucun consentement au suivi.',
    en: 'Tracking pixel removed, or to be removed from a message sent elsewhere: no consent to tracking.',
  },
  DELIVERABILITY_COMPLAINT_RATE: {
    ...form,
    fr: 'Trop de plaintes chez les fournisseurs de messagerie.',
    en: 'Too many complaints at mailbox providers.',
  },
  DKIM_NOT_COVERING_UNSUBSCRIBE: {
    ...form,
    fr: 'La signature DKIM ne couvre pas les en-têtes d’opposition.',
    en: 'DKIM does not cover the opposition headers.',
  },
} as const satisfies Record<string, Reason>;
