import type { Reason } from './reason.ts';

const basis = { group: 'basis' } as const;

/** Who the recipient is, and what a consent must be. */
export const CONSENT = {
  RECIPIENT_KIND_UNKNOWN: {
    group: 'recipient',
    fr: 'La qualité de professionnel ou de personne morale du destinataire n’est pas établie.',
    en: 'Nothing shows that the recipient is a professional or a legal person.',
  },
  LEGAL_PERSON_UNCERTAIN: {
    group: 'recipient',
    fr: 'L’adresse est celle d’une entreprise unipersonnelle ou dont la forme juridique est inconnue : à examiner.',
    en: 'The address belongs to a firm of one, or of unknown form: a human decides.',
  },
  ANOTHER_BASIS_HOLDS: {
    ...basis,
    fr: 'La demande nomme un fondement, et n’est donc jugée que sur lui ; un autre, enregistré, permet ce message.',
    en: 'The request names a basis, and is judged on that alone; another one, on record, allows this message.',
  },
  CONSENT_MISSING: { ...basis, fr: 'Aucun fondement n’est enregistré pour cet envoi.', en: 'No basis is recorded.' },
  CONSENT_PENDING_CONFIRMATION: {
    ...basis,
    fr: 'Le consentement n’a pas encore été confirmé.',
    en: 'The consent awaits its confirmation.',
  },
  CONSENT_WITHDRAWN: {
    ...basis,
    fr: 'Le consentement a pris fin à cette adresse : la personne l’a retiré, l’annonceur l’a invalidé, ou l’adresse a changé.',
    en: 'The consent has ended at this address: the person withdrew it, the advertiser invalidated it, or the address changed.',
  },
  CONSENT_EXPIRED: {
    ...basis,
    fr: 'Le consentement a expiré : aux appels, après un an ; pour tout canal, au terme que le formulaire énonçait.',
    en: 'The consent has expired: to calls, after a year; on every channel, at the end that the form said.',
  },
  CONSENT_WRONG_CHANNEL: {
    ...basis,
    fr: 'Le consentement ne vaut pas pour ce canal.',
    en: 'The consent does not cover this channel.',
  },
  CONSENT_CHANNEL_UNCERTAIN: {
    ...basis,
    fr: 'Les mots du formulaire ne nomment aucun canal, ne parlent pour lui que d’une commande, d’une réponse, d’une seule chose ou des offres d’autrui, excluent les offres, disent l’accord d’autrui ou l’appel d’un conseiller, y joignent d’un même geste autre chose (conditions, commande, compte, jeu), énoncent un terme qui n’est pas déclaré (agreedFor) ou des heures d’appel, ou sont d’une langue qui n’est pas lue : cette version est à examiner une fois.',
    en: 'The form’s words name no channel, speak for it of an order, an answer, one thing or the offers of others alone, leave offers out, say that somebody else agrees or an adviser calls, agree by the same act to something else (terms, an order, an account, a game), set an end that is not declared (agreedFor) or hours of calls, or are in a language that is not read: a human decides once for this version.',
  },
  CONSENT_WRONG_PURPOSE: {
    ...basis,
    fr: 'Le fondement invoqué ne couvre pas cette finalité.',
    en: 'The basis does not cover this purpose.',
  },
  CONSENT_WRONG_CONTROLLER: {
    ...basis,
    fr: 'Le consentement a été donné à une autre personne morale.',
    en: 'The consent was given to another legal person.',
  },
  CONSENT_MECHANISM_INVALID: {
    ...basis,
    fr: 'L’acte recueilli ne vaut pas consentement : case précochée, acceptation des conditions générales, silence, contrainte, présentation trompeuse ou information insuffisante.',
    en: 'The act is not a consent: pre-ticked box, acceptance of terms, silence, condition of service, misleading design or missing information.',
  },
  CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE: {
    ...basis,
    fr: 'Le consentement a été obtenu au moyen d’un message ou d’un appel lui-même sans fondement.',
    en: 'The consent was obtained by a message or a call that was itself without a basis.',
  },
  CONSENT_AFTER_SEND: {
    ...basis,
    fr: 'Le consentement est postérieur à l’envoi.',
    en: 'The consent was given after the message was sent.',
  },
  PARTNER_NOT_NAMED_AT_COLLECTION: {
    ...basis,
    fr: 'Le consentement ne vaut que pour ceux que le formulaire nommait ; rien ne montre que celui dont les offres sont envoyées, l’annonceur ou un partenaire, en fait partie.',
    en: 'A consent is valid only for those whom the form named; nothing shows that the one whose offers are sent, the advertiser or a partner, is among them.',
  },
  PARTNER_CHAIN_BROKEN: {
    ...basis,
    fr: 'Le consentement a été transmis par le partenaire d’un partenaire.',
    en: 'The consent passed through a partner’s partner.',
  },
} as const satisfies Record<string, Reason>;
