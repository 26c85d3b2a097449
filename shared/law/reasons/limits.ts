import type { Reason } from './reason.ts';

/** What time, sector and persons forbid, whatever the basis. */
export const LIMITS = {
  RETENTION_EXPIRED: {
    group: 'retention',
    fr: 'Aucun contact de la part de la personne depuis plus de trois ans, ou depuis la durée que l’annonceur a enregistrée.',
    en: 'More than three years, or the term that the advertiser recorded, without a contact coming from the person.',
  },
  RETENTION_EXPIRED_CUSTOMER: {
    group: 'retention',
    fr: 'La relation (achat, contrat, don ou adhésion) a pris fin depuis plus de trois ans, ou depuis la durée que l’annonceur a enregistrée.',
    en: 'The relation (purchase, contract, gift or membership) ended more than three years ago, or the term that the advertiser recorded.',
  },
  RENEWAL_AFTER_OPPOSITION: {
    group: 'retention',
    fr: 'Cette personne s’est opposée à la prospection, même si l’opposition a été levée depuis : la question ne peut pas lui être posée.',
    en: 'This person opposed once, even if the opposition was lifted since: the question may not be asked.',
  },
  RENEWAL_ALREADY_ASKED: {
    group: 'retention',
    fr: 'La question a déjà été posée à cette personne : elle ne peut l’être qu’une fois avant la fin de la durée de conservation.',
    en: 'The person was already asked before this term ends: the question is asked once.',
  },
  RENEWAL_TOO_EARLY: {
    group: 'retention',
    fr: 'Il est trop tôt : la question ne peut être posée que dans les trente derniers jours de la durée de conservation.',
    en: 'Too early: the question may be asked only in the last thirty days of the term.',
  },
  SECTOR_BAN_HOME_ENERGY: {
    group: 'protection',
    fr: 'La prospection des consommateurs est interdite pour les travaux d’énergie et d’adaptation du logement.',
    en: 'Prospecting consumers for home energy or adaptation works is banned.',
  },
  SECTOR_BAN_CPF: {
    group: 'protection',
    fr: 'La prospection des titulaires d’un compte personnel de formation (CPF) est interdite : proposer une formation à financer par ce compte, ou demander des données qui le concernent.',
    en: 'Prospecting holders of a compte personnel de formation (CPF) is banned: to offer training on that account, or to ask for data about it.',
  },
  MINOR_CONSENT_INVALID: {
    group: 'protection',
    fr: 'Moins de quinze ans, aujourd’hui ou lors du consentement, ou âge inconnu alors que le formulaire ou l’offre s’adresse aux enfants, sans le consentement conjoint du mineur et d’un titulaire de l’autorité parentale.',
    en: 'Under fifteen, today or when consenting, or of unknown age where the form or the offer is aimed at children, without the consent of the minor together with a holder of parental authority.',
  },
  MINOR_CONSENT_UNCERTAIN: {
    group: 'protection',
    fr: 'Personne de quinze à dix-sept ans : l’annonceur a choisi de faire examiner ces envois.',
    en: 'A person of fifteen to seventeen: the advertiser chose to have a human decide.',
  },
  SECTOR_BAN_UNCERTAIN: {
    group: 'protection',
    fr: 'L’offre concerne en partie des travaux d’énergie ou d’adaptation du logement (vente en magasin, message à plusieurs sujets) : le modèle doit être examiné, et un message sans modèle n’est pas envoyé.',
    en: 'The offer is partly about home energy or adaptation works (goods sold in a shop, a message on several subjects): a human reviews the template, and a message without a template is not sent.',
  },
  SECTOR_BAN_CPF_UNCERTAIN: {
    group: 'protection',
    fr: 'L’offre est une formation qu’un compte personnel de formation (CPF) pourrait financer, sans qu’il en soit question ou parmi d’autres sujets : le modèle doit être examiné, et un message sans modèle n’est pas envoyé.',
    en: 'The offer is training that a compte personnel de formation (CPF) could pay for, without a word of it or among other subjects: a human reviews the template, and a message without a template is not sent.',
  },
  CREDIT_REMINDER_UNCERTAIN: {
    group: 'protection',
    fr: 'Publicité de crédit à la consommation par courriel : une personne doit vérifier, une fois pour le modèle, qu’elle rappelle le droit de s’opposer à la prospection et comment l’exercer.',
    en: 'Advertising for consumer credit by e-mail: a human checks, once for the template, that it recalls the right to oppose prospecting and how to use it.',
  },
  SENSITIVE_TARGETING: {
    group: 'protection',
    fr: 'L’offre révèle une donnée sensible, sans consentement explicite à cet usage.',
    en: 'The offer reveals sensitive data without explicit consent to that use.',
  },
  FREQUENCY_CAP: {
    group: 'frequency',
    fr: 'Le plafond quotidien de messages de prospection à ce contact est atteint.',
    en: 'The daily ceiling of prospecting messages to this contact is reached.',
  },
  ATTEMPT_QUOTA: {
    group: 'frequency',
    fr: 'Quatre tentatives d’appel de prospection ont déjà eu lieu en trente jours.',
    en: 'Four prospecting calls were attempted in thirty days.',
  },
  REVIEW_EXPIRED: {
    group: 'time',
    fr: 'Aucune décision n’a été prise avant la fin de validité du message.',
    en: 'Nobody decided before the message’s validity ended.',
  },
  VALIDITY_PASSED: {
    group: 'time',
    fr: 'Aucun horaire licite ne se présente avant la fin de validité du message.',
    en: 'No lawful moment before the message’s validity ends.',
  },
  QUIET_HOURS_SMS: {
    group: 'time',
    fr: 'En dehors des jours et heures admis pour un SMS ou MMS promotionnel (heure locale du destinataire).',
    en: 'Outside the hours and days for a promotional SMS or MMS, recipient’s local time.',
  },
  QUIET_HOURS_VOICE: {
    group: 'time',
    fr: 'En dehors des jours et heures d’appel autorisés (heure locale du consommateur).',
    en: 'Outside calling hours and days, consumer’s local time.',
  },
  PUBLIC_HOLIDAY: {
    group: 'time',
    fr: 'Jour férié au lieu du destinataire.',
    en: 'A public holiday where the recipient lives.',
  },
  PUBLIC_HOLIDAY_VOICE: {
    group: 'time',
    fr: 'Les appels sont interdits les jours fériés.',
    en: 'No calls on public holidays.',
  },
  HELD_AFTER_ANNULMENT: {
    group: 'time',
    fr: 'Un enregistrement de ce contact vient d’être annulé : ni prospection ni message relationnel pendant vingt-quatre heures.',
    en: 'A record of this contact was just annulled: neither prospecting nor a relational message for twenty-four hours.',
  },
  TIMEZONE_AMBIGUOUS: {
    group: 'time',
    fr: 'Le moment n’est pas admis dans tous les lieux où le destinataire peut se trouver.',
    en: 'The moment is not admitted in every place where the recipient may be.',
  },
} as const satisfies Record<string, Reason>;
