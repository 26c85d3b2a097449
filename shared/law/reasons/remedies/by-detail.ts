/** What to do where the detail of a reason asks for something else than its code. */
import { CONSENTS, CONTACT, CONTACTS, REVIEWS, type Remedy, remedy, SETTINGS } from './remedy.ts';

/** Of answers to texts that do not arrive. */
const LOST = {
  'not-from-there': remedy(
    'Écrivez depuis un expéditeur dont le code (replyCode) reçoit le STOP depuis ce pays par la route du canal. Si le sien le reçoit, faites ajouter ce pays à senders.replyCodes du déploiement.',
    'Write from a sender whose code (replyCode) receives STOP from that country by the route of the channel. If its own does, have that country added to senders.replyCodes of the deployment.',
    SETTINGS,
  ),
  'code-not-received': remedy(
    'Donnez à l’expéditeur un code (replyCode) que la route du canal reçoit. Si elle reçoit le sien, faites-le ajouter à senders.replyCodes du déploiement.',
    'Give the sender a code (replyCode) that the route of the channel receives. If it receives the one given, have it added to senders.replyCodes of the deployment.',
    SETTINGS,
  ),
};

export const REMEDIES_BY_DETAIL = {
  RECIPIENT_KIND_UNKNOWN: {
    kind: remedy(
      'Déclarez la qualité du destinataire (kind), avec ce qui la montre : un SIREN valide, une adresse à un nom de domaine qui n’est pas celui d’une messagerie ouverte à tous, ou une vente faite à ce titre. Sinon, les règles du consommateur s’appliquent.',
      'Declare the recipient’s quality (kind), with what shows it: a valid SIREN, an address at a domain that is not that of a mailbox anybody can have, or a sale in that quality. Else the consumer’s rules apply.',
      CONTACTS,
    ),
    'general-address': remedy(
      'Écrivez à l’adresse générale de la personne morale (contact@, info@), à son propre nom de domaine ; ou déclarez la fonction de la personne qui lit celle-ci (kind professional, profession).',
      'Write to the general address of the legal person (contact@, info@), at its own domain; or declare the function of the person who reads this one (kind professional, profession).',
      CONTACT,
    ),
  },
  LEGAL_PERSON_UNCERTAIN: {
    'firm-of-one': remedy(
      'Aucun fait ne montre à qui est l’adresse : statuez sur l’examen ouvert pour ces adresses, ou recueillez un consentement.',
      'No fact shows whose address it is: decide the review opened for such addresses, or collect a consent.',
      REVIEWS,
    ),
  },
  B2B_NOTICE_MISSING: {
    'day-of-collection': remedy(
      'Enregistrez le jour où l’adresse a été recueillie (profession.source.collectedAt). Si l’information n’a été donnée qu’un jour d’après, recueillez un consentement.',
      'Record the day on which the address was collected (profession.source.collectedAt). If the information was given on a later day only, collect a consent.',
      CONTACTS,
    ),
  },
  CONSENT_WRONG_PURPOSE: {
    'partner-not-named': remedy(
      'Nommez le partenaire dont le message porte les offres (partner).',
      'Name the partner whose offers the message brings (partner).',
      { pointer: '/partner' },
    ),
  },
  OPPOSITION_ROAD_NOT_WORKING: LOST,
  RELATIONAL_REFUSAL_MISSING: LOST,
  VALIDITY_PASSED: {
    'forbidden-then': remedy(
      'Une validité plus longue n’y change rien. N’envoyez pas ce message : il sera interdit à l’heure où il pourrait partir.',
      'A longer validity changes nothing. Do not send this message: it will be forbidden at the hour when it could leave.',
    ),
    'no-basis-then': remedy(
      'Une validité plus longue n’y change rien. Recueillez un nouveau consentement, sans le solliciter par ce canal, et enregistrez-le ; ou enregistrez l’acte de la personne qui prolonge la conservation, s’il a eu lieu.',
      'A longer validity changes nothing. Collect a new consent, without asking for it by this channel, and record it; or record the act of the person that extends the term, if there was one.',
      CONSENTS,
    ),
  },
  TEST_NOT_AGREED: {
    withdrawn: remedy(
      'Respectez-le : n’envoyez plus d’essai à cette personne.',
      'Respect it: send this person no more tests.',
    ),
    'given-under-15': remedy(
      'Demandez de nouveau à la personne si elle accepte, et enregistrez ce nouvel accord (testsAgreed).',
      'Ask the person again whether they agree, and record this new agreement (testsAgreed).',
      CONTACTS,
    ),
    'not-shown': remedy(
      'Enregistrez de nouveau l’accord avec sa preuve (testsAgreed, evidence).',
      'Record the agreement again with what shows it (testsAgreed, evidence).',
      CONTACTS,
    ),
    'under-15': remedy(
      'Choisissez un autre destinataire, ou enregistrez l’accord d’un titulaire de l’autorité parentale (parentalConsent).',
      'Choose another recipient, or record that a holder of parental authority agreed (parentalConsent).',
      CONTACTS,
    ),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Remedy>>>>;
