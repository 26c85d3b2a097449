import { type Words, words } from '../texts/text.ts';
import { DETAILS_OF_BASIS } from './details-of-basis.ts';
import { LACKS_OF_USE } from './remedies/of-use.ts';

const NO_ROOM = words('Il ne reste pas de place dans le message.', 'There is no room left in the message.');
const COURTESY = words(
  'La charte ne fait que recommander de ne pas écrire ce jour-là ; l’annonceur s’y tient.',
  'The charter only recommends not to write on that day; the advertiser keeps to it.',
);
const UNDER_FIFTEEN = words('La personne a moins de quinze ans.', 'The person is under fifteen.');
const GIVEN_UNDER_FIFTEEN = words(
  'La personne avait moins de quinze ans lorsqu’elle a consenti, seule.',
  'The person was under fifteen when consenting, alone.',
);
const AIMED_AT_CHILDREN = words(
  'L’âge est inconnu, et le formulaire ou l’offre s’adresse aux enfants.',
  'The age is unknown, and the form or the offer is aimed at children.',
);

/** The sector by whose terms data are kept. */
const OF_SECTOR = {
  health: words('Durée enregistrée pour le secteur de la santé.', 'The term recorded for the health sector.'),
  education: words('Durée enregistrée pour l’enseignement.', 'The term recorded for education.'),
  banking: words('Durée enregistrée pour le secteur bancaire.', 'The term recorded for banking.'),
  insurance: words('Durée enregistrée pour l’assurance.', 'The term recorded for insurance.'),
  gambling: words('Durée enregistrée pour les jeux d’argent.', 'The term recorded for gambling.'),
};

/** Why an answer to a text does not arrive. */
const LOST = {
  'not-from-there': words(
    'Un STOP envoyé à ce code n’arrive pas depuis le pays de ce numéro par cette route.',
    'A STOP to this code does not arrive from the country of this number by this route.',
  ),
  'code-not-received': words(
    'La route de ce canal ne reçoit pas ce qui est envoyé à ce code, d’où que cela vienne.',
    'The route of this channel does not receive what is sent to this code, from wherever.',
  ),
};

/** What exactly was found, by code and by the `detail` that is stored: only where that is one of a closed list. */
const DETAILS: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  ADVERTISER_HIDDEN: {
    'sender-not-registered': words('L’expéditeur n’est pas enregistré.', 'The sender is not registered.'),
    'name-not-registered': words(
      'Le nom affiché n’est ni la dénomination ni un nom commercial enregistré.',
      'The name shown is neither the legal name nor a registered trade name.',
    ),
    'not-in-bytes': words('Le message ne nomme pas l’annonceur.', 'The message does not name the advertiser.'),
  },
  ADDRESS_UNDELIVERABLE: {
    permanent: words('La boîte n’existe pas.', 'There is no such mailbox.'),
    blocked: words(
      'Le prestataire d’envoi la bloque : des messages en sont revenus récemment.',
      'The provider blocks it: messages came back from it lately.',
    ),
    repeated: words(
      'Elle a refusé des messages trois jours sur les trente derniers.',
      'It took no messages on three of the last thirty days.',
    ),
  },
  RELATIONAL_REFUSED: {
    everything: words('La personne a tout refusé.', 'The person refused everything.'),
    'by-its-means': words(
      'La personne a refusé par le moyen que porte un message de ce genre.',
      'The person refused by the means that such a message carries.',
    ),
    'after-verdict': words(
      'La personne a refusé après la première vérification et avant l’envoi.',
      'The person refused after the first verdict and before the hand-off.',
    ),
  },
  RECIPIENT_KIND_UNKNOWN: {
    kind: words(
      'La qualité du destinataire (kind) n’est pas déclarée, ou c’est celle d’un consommateur.',
      'The recipient’s quality (kind) is not declared, or is that of a consumer.',
    ),
    'general-address': words(
      'Rien ne montre que cette adresse est l’adresse générale d’une personne morale.',
      'Nothing shows that this is the general address of a legal person.',
    ),
    mobile: words('Ce numéro est un mobile : quelqu’un le porte.', 'This number is a mobile: somebody carries it.'),
  },
  LEGAL_PERSON_UNCERTAIN: {
    'form-not-shown': words(
      'La forme juridique n’est pas enregistrée, ou rien ne la montre.',
      'The legal form is not on record, or nothing shows it.',
    ),
    'firm-of-one': words('L’entreprise peut être une seule personne.', 'The firm may be one person.'),
  },
  B2B_NOTICE_MISSING: {
    'day-of-collection': words(
      'Le jour où l’adresse a été recueillie n’est pas enregistré : rien ne montre que l’information a été donnée ce jour-là.',
      'The day on which the address was collected is not on record: nothing shows that the information was given then.',
    ),
  },
  CALLER_ID_FORBIDDEN: {
    'not-opened': words(
      'Aucun texte lu n’ouvre ce numéro aux automates (surtaxé, court, étranger, gratuit, ou autre).',
      'No text that was read opens this number to automated systems (surcharged, short, of another country, free of charge, or other).',
    ),
  },
  SENDER_ID_INVALID: {
    'ordinary-number': words(
      'Un numéro ordinaire ne peut pas s’afficher pour un message envoyé par un système automatisé.',
      'An ordinary number may not show for a message that an automated system sends.',
    ),
    'not-registered': words('L’expéditeur n’est pas enregistré.', 'The sender is not registered.'),
    'not-admitted': words('Cet expéditeur n’est pas admis.', 'This sender is not admitted.'),
  },
  OPPOSITION_MENTION_MISSING: { 'no-room': NO_ROOM },
  RELATIONAL_REFUSAL_MISSING: { 'no-room': NO_ROOM, ...LOST },
  PROCESSING_NOTICE_MISSING: {
    notice: words('Le lien vers la mention d’information manque.', 'The link to the privacy notice is missing.'),
    why: words(
      'La raison pour laquelle la personne reçoit ce message manque.',
      'The reason why the person gets this message is missing.',
    ),
  },
  OPPOSITION_ROAD_NOT_WORKING: {
    'dead-link': words('Un lien pour se désabonner ne mène nulle part.', 'A link to unsubscribe leads nowhere.'),
    'unseen-link': words(
      'Une partie des lecteurs peut ne pas voir le lien pour se désabonner (sur un téléphone, en mode sombre, dans un logiciel, ou replié).',
      'Some readers may not see the link to unsubscribe (on a telephone, in the dark, in one program, or folded away).',
    ),
    ...LOST,
  },
  VALIDITY_PASSED: {
    'forbidden-then': words(
      'À la prochaine heure admise, une règle qui s’applique à partir de ce jour interdit le message.',
      'At the next hour that is admitted, a rule that applies from that day on forbids the message.',
    ),
    'no-basis-then': words(
      'Aucun fondement ne vaut plus à la prochaine heure admise : le consentement ou la conservation des données prend fin avant.',
      'No basis holds any more at the next hour that is admitted: the consent, or the term of the data, ends before.',
    ),
  },
  TEST_NOT_AGREED: {
    never: words('Aucun accord n’est enregistré.', 'No agreement is recorded.'),
    withdrawn: words('La personne est revenue sur son accord.', 'The person took the agreement back.'),
    'under-15': UNDER_FIFTEEN,
    'given-under-15': words(
      'La personne avait moins de quinze ans lorsqu’elle a accepté, seule.',
      'The person was under fifteen when agreeing, alone.',
    ),
    'not-shown': words(
      'Un accord est enregistré, mais pas sa preuve (evidence).',
      'An agreement is recorded, but not what shows it (evidence).',
    ),
  },
  OK_TEST: {
    prospecting: words('Le modèle est de prospection.', 'The template is prospecting.'),
    'renewal-request': words(
      'Le modèle demande si la personne souhaite rester.',
      'The template asks whether the person wants to stay.',
    ),
    relational: words('Le modèle est relationnel.', 'The template is relational.'),
    transactional: words('Le modèle est transactionnel.', 'The template is transactional.'),
  },
  QUIET_HOURS_SMS: { 'house-courtesy': COURTESY },
  PUBLIC_HOLIDAY: { 'house-courtesy': COURTESY },
  RETENTION_EXPIRED: OF_SECTOR,
  RETENTION_EXPIRED_CUSTOMER: OF_SECTOR,
  SENSITIVE_TARGETING: LACKS_OF_USE,
  MINOR_CONSENT_INVALID: {
    'given-under-15': GIVEN_UNDER_FIFTEEN,
    'under-15': UNDER_FIFTEEN,
    unknown: AIMED_AT_CHILDREN,
  },
  ...DETAILS_OF_BASIS,
};

/**
 * What was found, in words; `undefined`: the detail is a name, a list or a number, which speaks for itself. Where there is none nothing is
 * replaced: of an empty text the pattern ended Node 24.21 by SIGSEGV, in `outbox`.
 */
export const detailInWords = (code: string, detail: string | undefined): Words | undefined =>
  detail === undefined ? undefined : DETAILS[code]?.[detail.replace(/^(dead-link|unseen-link)-.*/, '$1')];
