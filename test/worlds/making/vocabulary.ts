/** The names and things of all made worlds: one house, what it sells, and whom it knows. */

/** SIRENs that pass their check. */
export const OWN_SIREN = '732829320';
export const SISTER = { siren: '552100554', name: 'Ablette Voyages SAS' } as const;
export const BROKER = { siren: '542107651', name: 'Gazette du Marais SARL' } as const;
export const OTHER_BROKER = { siren: '552081317', name: 'Fichiers du Marais SARL' } as const;
export const PARTNER = { siren: '443061841', name: 'Barques du Marais SAS' } as const;
export const FIRM_SIREN = '784671695';

export const SOLD = 'garden-tools';
/** Analogous to what was sold, by the advertiser's map. */
export const OFFERED = 'seeds';
/** Analogous to nothing. */
export const FOREIGN_GOODS = 'holidays';
export const HEAT_PUMPS = 'heat-pumps';
export const INSULATION = 'insulation-goods';
/** A course offered on a compte personnel de formation, and one that such an account could pay for. */
export const COURSE = 'gardening-course';
export const WORKSHOP = 'pruning-workshop';
/** An appeal that sells nothing. */
export const APPEAL = 'wetland-appeal';
export const TOYS = 'toys';
export const SUPPLEMENTS = 'health-supplements';
/** Consumer credit. */
export const LOAN = 'garden-loan';
export const FUNCTION = 'head-gardener';
export const OTHER_FUNCTION = 'it-director';

export const MAILBOX = 'lettre@maison-ablette.example';
export const SENDER_ID = 'ABLETTE';
/** Open to calling machines. */
export const CALLER_ID = '+33162000123';
/** Others that are open to them, by the ranges of the numbering plan. */
export const OTHER_CALLER_IDS = ['+33948001122', '+33937001122', '+33939401122', '+33271001122'] as const;
/** A short code for what the reader asked for: not for prospecting. */
export const FUNCTIONAL_CODE = '38180';
/** A short code, and a platform number, that may carry prospecting. */
export const PROMOTIONAL_SENDERS = ['36180', '+33938001122', '+33937001122'] as const;

/** The words of a form that carry a channel. */
export const WORDS: Readonly<Record<string, string>> = {
  email: 'par e-mail',
  sms: 'par SMS',
  mms: 'par MMS',
  'automated-call': 'par appel automatisé',
  fax: 'par télécopie',
  rcs: 'par message RCS',
};
export const TEXTS = ['sms', 'mms', 'rcs'] as const;
/** Channels that are judged. */
export const JUDGED = ['email', 'sms', 'mms', 'automated-call'] as const;

export const SHOWN = { sha256: '3c'.repeat(32), mediaType: 'image/png' } as const;
export const PROOF = { sha256: '7e'.repeat(32), mediaType: 'application/pdf' } as const;
export const NOTICE = { version: '4', url: 'https://maison-ablette.example/donnees-personnelles' } as const;
export const APPROVER = { name: 'Hélène Marchand', approvedAt: '2012-01-09T09:00:00.000Z' } as const;
