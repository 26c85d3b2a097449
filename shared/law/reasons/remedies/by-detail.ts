/** What to do where the detail of a reason asks for something else than its code. */
import { REMEDIES_OF_CONSENTS } from './of-consents.ts';
import { REMEDIES_OF_USE } from './of-use.ts';
import { CONSENTS, CONTACT, CONTACTS, REVIEWS, type Remedy, remedy, SALES, SETTINGS } from './remedy.ts';

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

/** Age is unknown: there may be no minor at all. */
const AGE = remedy(
  'Déclarez la tranche d’âge de la personne si vous la connaissez (ageBand) : à partir de quinze ans, elle consent seule. Si elle a moins de quinze ans, recueillez aussi l’accord d’un titulaire de l’autorité parentale (parentalConsent). Sinon, n’envoyez rien.',
  'Declare the age of the person if you know it (ageBand): from fifteen on they agree alone. If they are under fifteen, collect the agreement of a holder of parental authority too (parentalConsent). Else send nothing.',
  CONTACTS,
);

export const REMEDIES_BY_DETAIL = {
  RECIPIENT_KIND_UNKNOWN: {
    kind: remedy(
      'Déclarez la qualité du destinataire (kind), avec ce qui la montre : un SIREN valide, une adresse à un nom de domaine qui n’est pas celui d’une messagerie ouverte à tous, ou une vente faite à ce titre. Sinon, les règles du consommateur s’appliquent.',
      'Declare the recipient’s quality (kind), with what shows it: a valid SIREN, an address at a domain that is not that of a mailbox anybody can have, or a sale in that quality. Else the consumer’s rules apply.',
      CONTACTS,
    ),
    'general-address': remedy(
      'Écrivez à l’adresse générale de la personne morale (contact@, info@), à son propre nom de domaine, ou recueillez un consentement. Si cette adresse est celle d’une personne dont vous connaissez la fonction, enregistrez-la telle qu’elle est (kind professional, profession).',
      'Write to the general address of the legal person (contact@, info@), at its own domain, or collect a consent. If this address is that of a person whose function you know, record it as it is (kind professional, profession).',
      CONTACT,
    ),
    mobile: remedy(
      'Écrivez à l’adresse générale de la personne morale ou à un numéro qui n’est pas un mobile ; ou recueillez le consentement de la personne qui le porte.',
      'Write to the general address of the legal person or to a number that is no mobile; or collect the consent of the person who carries this one.',
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
  ...REMEDIES_OF_CONSENTS,
  PARTNER_NOT_NAMED_AT_COLLECTION: {
    'partner-not-in-message': remedy(
      'Nommez dans la demande le partenaire dont le message porte les offres (partner).',
      'Name in the request the partner whose offers the message brings (partner).',
      { pointer: '/partner' },
    ),
  },
  REOPT_IN_NOT_VALID: {
    solicited: remedy(
      'Respectez l’opposition, et ne demandez plus rien à cette personne par message ni par appel. Seul compte un consentement qu’elle donne d’elle-même ; enregistrez-le alors.',
      'Respect the opposition, and ask this person for nothing more by message or call. Only a consent counts that they give unasked; then record it.',
      CONSENTS,
    ),
    'by-another': remedy(
      'Respectez l’opposition : ce qu’un autre organisme a recueilli ne la lève pas. Seul compte un consentement que la personne vous donne à vous ; enregistrez-le alors.',
      'Respect the opposition: what another organisation collected does not lift it. Only a consent counts that the person gives to you; then record it.',
      CONSENTS,
    ),
  },
  SOFT_OPT_IN_NO_REFUSAL_OFFERED: {
    'not-recorded': remedy(
      'Si la commande offrait un refus simple et gratuit, enregistrez la version du formulaire avec les mots qui l’offraient (refusal), puis la vente de nouveau avec cette version ; sinon, recueillez un consentement.',
      'If the order offered a simple and free refusal, store the version of the form with the words that offered it (refusal), then record the sale again with that version; else collect a consent.',
      SALES,
    ),
  },
  B2B_PROFESSION_LINK_NOT_SHOWN: {
    'function-not-recorded': remedy(
      'Enregistrez la fonction de la personne (profession.function), telle que vos réglages la nomment.',
      'Record the function of the person (profession.function), as your settings name it.',
      CONTACTS,
    ),
  },
  MINOR_CONSENT_INVALID: { unknown: AGE },
  SENSITIVE_TARGETING: REMEDIES_OF_USE,
  ADDRESS_UNDELIVERABLE: {
    blocked: remedy(
      'N’écrivez pas à cette adresse pendant quatorze jours après le dernier retour : ensuite, cette règle ne s’y oppose plus. Un consentement donné et enregistré depuis la lève aussitôt.',
      'Do not write to this address for fourteen days after the last return: then this rule forbids it no more. A consent given and recorded since lifts it at once.',
      CONTACT,
    ),
    repeated: remedy(
      'N’écrivez pas à cette adresse tant qu’elle a refusé des messages trois jours sur les trente derniers : ensuite, cette règle ne s’y oppose plus. Un consentement donné et enregistré depuis la lève aussitôt.',
      'Do not write to this address as long as it took no messages on three of the last thirty days: then this rule forbids it no more. A consent given and recorded since lifts it at once.',
      CONTACT,
    ),
  },
  ADVERTISER_HIDDEN: {
    'sender-not-registered': remedy(
      'Écrivez ou appelez depuis un expéditeur enregistré dans vos réglages (senders), ou enregistrez celui-ci ; pour un automate d’appel, seul un numéro ouvert aux automates peut l’être.',
      'Write or call from a sender that is registered in your settings (senders), or register this one; for automated calls, only a number that is open to automated systems can be.',
      SETTINGS,
    ),
  },
  SOFT_OPT_IN_CHANNEL_NOT_COVERED: {
    'no-contract-runs': remedy(
      'N’appelez pas. Enregistrez le contrat en cours auquel l’offre se rapporte (relation), s’il existe ; sinon écrivez au client par courriel, SMS ou MMS, ou recueillez son consentement aux appels.',
      'Do not call. Record the contract that runs and that the offer concerns (relation), if there is one; else write to the customer by e-mail, SMS or MMS, or collect a consent to calls.',
      SALES,
    ),
  },
  CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE: {
    'by-call': remedy(
      'Ne rien envoyer. Recueillez un nouveau consentement par un formulaire conforme, sans le solliciter ni par appel ni par message, puis enregistrez-le. L. 223-5 excepte la presse, ce qu’Aval ne sait pas reconnaître : un journal recueille le consentement autrement, ou fait valoir cette exception hors d’Aval.',
      'Send nothing. Collect a new consent by a form that complies, without asking for it by call or by message, and record it. L. 223-5 excepts the press, which Aval does not recognise: a newspaper collects the consent otherwise, or relies on that exception outside Aval.',
      CONSENTS,
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
