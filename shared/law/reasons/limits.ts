import { type Reason, SANCTIONS } from './reason.ts';

/** What time, sector and persons forbid, whatever the basis. */
export const LIMITS = {
  RETENTION_EXPIRED: {
    group: 'retention',
    sanction: SANCTIONS.gdpr,
    fr: 'Plus de trois ans sans contact venant de la personne, ou la durée plus courte de l’annonceur.',
    en: 'More than three years, or the advertiser’s shorter term, without a contact coming from the person.',
  },
  RETENTION_EXPIRED_CUSTOMER: {
    group: 'retention',
    sanction: SANCTIONS.gdpr,
    fr: 'La relation commerciale a pris fin depuis plus de trois ans, ou la durée plus courte de l’annonceur.',
    en: 'The commercial relation ended more than three years ago, or the advertiser’s shorter term.',
  },
  RENEWAL_AFTER_OPPOSITION: {
    group: 'retention',
    sanction: SANCTIONS.gdpr,
    fr: 'Une opposition a été enregistrée, fût-elle levée depuis : on ne demande pas à cette personne de rester.',
    en: 'An opposition was recorded, even if lifted since: this person is not asked to stay.',
  },
  RENEWAL_ALREADY_ASKED: {
    group: 'retention',
    sanction: SANCTIONS.gdpr,
    fr: 'La personne a déjà été interrogée avant ce terme : la question ne se pose qu’une fois.',
    en: 'The person was already asked before this term ends: the question is asked once.',
  },
  RENEWAL_TOO_EARLY: {
    group: 'retention',
    sanction: SANCTIONS.gdpr,
    fr: 'Le terme n’est pas proche : la question ne se pose que dans les trente derniers jours.',
    en: 'The term is not near: the question is asked in its last thirty days only.',
  },
  SECTOR_BAN_HOME_ENERGY: {
    group: 'protection',
    sanction: SANCTIONS.consumer,
    fr: 'La prospection des consommateurs est interdite pour les travaux d’énergie et d’adaptation du logement.',
    en: 'Prospecting consumers for home energy or adaptation works is banned.',
  },
  MINOR_CONSENT_INVALID: {
    group: 'protection',
    sanction: SANCTIONS.gdpr,
    fr: 'Moins de quinze ans, ou âge inconnu pour une offre destinée aux enfants, sans accord d’un parent.',
    en: 'Under fifteen, or of unknown age for a child-directed offer, without a parent’s consent.',
  },
  MINOR_CONSENT_UNCERTAIN: {
    group: 'protection',
    sanction: SANCTIONS.gdpr,
    fr: 'De quinze à dix-sept ans : l’annonceur a choisi qu’une personne décide.',
    en: 'Fifteen to seventeen years old: the advertiser chose that a human decides.',
  },
  SECTOR_BAN_UNCERTAIN: {
    group: 'protection',
    sanction: SANCTIONS.consumer,
    fr: 'Produits au comptoir ou lettre mêlée qui touchent aux travaux d’énergie : une personne examine le modèle, et un message sans modèle ne part pas.',
    en: 'Counter goods or a mixed letter that touch on home energy works: a human looks at the template, and a message without one does not leave.',
  },
  SENSITIVE_TARGETING: {
    group: 'protection',
    sanction: SANCTIONS.gdpr,
    fr: 'L’offre révèle une donnée sensible, sans consentement explicite à cet usage.',
    en: 'The offer reveals sensitive data without explicit consent to that use.',
  },
  FREQUENCY_CAP: {
    group: 'frequency',
    fr: 'Le plafond quotidien de messages à ce contact est atteint.',
    en: 'The daily ceiling of messages to this contact is reached.',
  },
  ATTEMPT_QUOTA: {
    group: 'frequency',
    sanction: SANCTIONS.consumer,
    fr: 'Quatre appels ont été tentés en trente jours.',
    en: 'Four calls were attempted in thirty days.',
  },
  REVIEW_EXPIRED: {
    group: 'time',
    fr: 'Personne n’a décidé avant la fin de validité du message.',
    en: 'Nobody decided before the message’s validity ended.',
  },
  VALIDITY_PASSED: {
    group: 'time',
    fr: 'Aucun moment licite avant la fin de validité du message.',
    en: 'No lawful moment before the message’s validity ends.',
  },
  QUIET_HOURS_SMS: {
    group: 'time',
    sanction: SANCTIONS.contract,
    fr: 'Hors des heures et jours admis pour un SMS ou MMS promotionnel, à l’heure du destinataire.',
    en: 'Outside the hours and days for a promotional SMS or MMS, recipient’s local time.',
  },
  QUIET_HOURS_VOICE: {
    group: 'time',
    sanction: SANCTIONS.consumer,
    fr: 'Hors des heures et jours d’appel, à l’heure du consommateur.',
    en: 'Outside calling hours and days, consumer’s local time.',
  },
  PUBLIC_HOLIDAY: {
    group: 'time',
    sanction: SANCTIONS.contract,
    fr: 'Jour férié chez le destinataire.',
    en: 'A public holiday where the recipient lives.',
  },
  PUBLIC_HOLIDAY_VOICE: {
    group: 'time',
    sanction: SANCTIONS.consumer,
    fr: 'Aucun appel un jour férié.',
    en: 'No calls on public holidays.',
  },
  HELD_AFTER_ANNULMENT: {
    group: 'time',
    fr: 'Un enregistrement de ce contact vient d’être annulé : aucune prospection pendant vingt-quatre heures.',
    en: 'A record of this contact was just annulled: no prospecting for twenty-four hours.',
  },
  TIMEZONE_AMBIGUOUS: {
    group: 'time',
    sanction: SANCTIONS.contract,
    fr: 'Le moment n’est pas admis dans tous les fuseaux possibles du destinataire.',
    en: 'The moment is not lawful in every zone the recipient may be in.',
  },
} as const satisfies Record<string, Reason>;
