type Words = Readonly<Record<string, readonly [string, string]>>;

const CHANNELS: Words = {
  email: ['e-mail', 'e-mail'],
  sms: ['SMS', 'SMS'],
  mms: ['MMS', 'MMS'],
  rcs: ['RCS', 'RCS'],
  'automated-call': ['appel automatique', 'automated call'],
  'live-call': ['appel d’une personne', 'call by a person'],
  'voicemail-drop': ['message sur répondeur', 'voicemail'],
  fax: ['télécopie', 'fax'],
  push: ['notification d’application', 'push notification'],
  'in-app': ['message dans une application', 'message in an application'],
  'social-message': ['message sur un réseau social', 'message on a social network'],
  post: ['courrier postal', 'post'],
};

const PURPOSES: Words = {
  'own-offers': ['offres de l’annonceur', 'offers of the advertiser'],
  'partner-offers': ['offres de partenaires', 'offers of partners'],
  tracking: ['mesure de vos lectures', 'tracking of what you read'],
};

/** What somebody or something is, where it came from, or what is asked: no two of these have one word. */
const KINDS: Words = {
  consumer: ['particulier', 'consumer'],
  professional: ['professionnel', 'professional'],
  'sole-trader': ['entrepreneur individuel', 'sole trader'],
  'legal-person': ['personne morale', 'legal person'],
  'data-subject': ['vous-même', 'yourself'],
  'public-source': ['une source publique', 'a public source'],
  'third-party': ['un tiers', 'a third party'],
  guessed: ['devinée', 'a guess'],
  scraped: ['relevée sur internet', 'collected from the web'],
  permanent: ['l’adresse n’existe pas', 'the address does not exist'],
  blocked: ['la boîte de réception le refuse', 'the mailbox refuses it'],
  passing: ['l’échec peut être passager', 'it may work later'],
  consent: ['consentement', 'consent'],
  sale: ['achat ou relation', 'purchase or relation'],
  access: ['accès à vos données', 'access to your data'],
  portability: ['copie de vos données pour un autre (portabilité)', 'portable copy of your data'],
  rectification: ['correction de vos données', 'correction of your data'],
  erasure: ['effacement de vos données', 'erasure of your data'],
  restriction: ['limitation de l’utilisation', 'restriction of use'],
  opposition: ['vous vous opposez', 'you object'],
  question: ['une question', 'a question'],
};

/** How far something is. */
const STATES: Words = {
  given: ['donné, et non retiré', 'given, and not withdrawn'],
  pending: ['à confirmer', 'to be confirmed'],
  withdrawn: ['retiré', 'withdrawn'],
  invalidated: ['invalidé', 'invalidated'],
  running: ['en cours', 'under way'],
  ended: ['terminé', 'over'],
  open: ['à traiter', 'to be answered'],
  answered: ['réponse donnée', 'answered'],
  lifted: ['levé', 'lifted'],
  acknowledged: ['bien reçu', 'receipt confirmed'],
  closed: ['clos', 'closed'],
  sent: ['envoyé', 'sent'],
  refused: ['refusé', 'refused'],
  accepted: ['accepté', 'accepted'],
  deferred: ['différé', 'deferred'],
  waiting: ['en attente', 'waiting'],
  'in-review': ['en attente d’une décision', 'waiting for a decision'],
  undelivered: ['non distribué', 'undelivered'],
  unknown: ['sans réponse du prestataire', 'not answered by the provider'],
  'unknown-final': ['au sort inconnu', 'of unknown outcome'],
  parked: ['mis de côté', 'set aside'],
  failed: ['échoué', 'failed'],
  expired: ['non envoyé à temps', 'not sent in time'],
  cancelled: ['annulé', 'cancelled'],
  allowed: ['permis', 'may leave'],
};

const CAUSES: Words = {
  bounced: ['le prestataire n’a pas pu le distribuer', 'the provider could not deliver it'],
  suppressed: ['l’adresse est sur une liste du prestataire', 'the address is on a list of the provider'],
  'refused-by-mailbox': ['la boîte de réception l’a refusé', 'the mailbox refused it'],
  expired: ['il n’a pas pu être distribué à temps', 'it could not be delivered in time'],
  rejected: ['le prestataire l’a refusé', 'the provider refused it'],
  'contact-erased': ['vos données ont été effacées', 'your data were erased'],
  erasure: ['vous avez demandé l’effacement', 'you asked for erasure'],
  moved: ['la personne a une autre adresse', 'the person has another address'],
  corrected: ['l’adresse était erronée', 'the address was wrong'],
  'wrong-import': ['importé par erreur', 'imported by mistake'],
  'no-act-behind-it': ['aucun acte de la personne', 'no act of the person'],
  opposition: ['vous vous êtes opposé', 'you objected'],
  withdrawal: ['vous avez retiré votre accord', 'you withdrew your consent'],
  restriction: ['vous avez demandé la limitation', 'you asked for a restriction'],
  annulled: ['le fait a été annulé', 'the record was annulled'],
  impossible: ['il n’a pas pu être informé', 'they could not be informed'],
  disproportionate: ['l’informer demanderait un effort disproportionné', 'to inform them would take too much effort'],
  'too-slow': ['il n’a pas pu être fait à temps', 'it could not be made in time'],
  'no-route': ['rien n’est installé pour ce canal', 'nothing is installed that sends by this channel'],
};

const VIAS: Words = {
  link: ['par le lien d’un message', 'by the link of a message'],
  'one-click': ['par le bouton de votre messagerie', 'by the button of your mail program'],
  'sms-reply': ['par une réponse à un SMS', 'by a reply to a text'],
  'key-press': ['par une touche pendant un appel', 'by a key pressed in a call'],
  'preference-page': ['sur la page de vos préférences', 'on the page of your preferences'],
  'typed-address': ['par une adresse saisie sur la page publique', 'by an address typed on the public page'],
  account: ['dans votre compte', 'in your account'],
  phone: ['par téléphone', 'by telephone'],
  letter: ['par courrier', 'by post'],
  shop: ['en boutique', 'in a shop'],
  email: ['par e-mail', 'by e-mail'],
  complaint: ['par une réclamation', 'by a complaint'],
  'provider-complaint': ['par un signalement comme indésirable', 'by a report as spam'],
  partner: ['par un partenaire', 'by way of a partner'],
  withdrawal: ['en retirant votre accord', 'by withdrawing your consent'],
  'refusal-at-collection': ['par un refus lors de la collecte', 'by a refusal at collection'],
  'erasure-request': ['en demandant l’effacement', 'by asking for erasure'],
};

/** Who or what did it; of a notification, how it was given. */
const BY: Words = {
  person: ['vous-même', 'yourself'],
  representative: ['une personne qui agit pour vous', 'somebody who acts for you'],
  advertiser: ['l’annonceur', 'the advertiser'],
  'api-key': ['un programme de l’annonceur', 'a program of the advertiser'],
  'event-source': ['une application de l’annonceur', 'an application of the advertiser'],
  provider: ['le prestataire d’envoi', 'the provider that sends'],
  system: ['Aval, sans intervention humaine', 'Aval, without anybody'],
  file: ['un fichier', 'a file'],
  api: ['une interface de programmation', 'a programming interface'],
  mail: ['un e-mail', 'an e-mail'],
  letter: ['un courrier', 'a letter by post'],
  other: ['un autre moyen', 'other means'],
};

const DRAWN_BY: Words = {
  'own-site': ['le site de l’annonceur', 'the site of the advertiser'],
  message: ['un message', 'a message'],
  shop: ['une boutique', 'a shop'],
  call: ['un appel', 'a call'],
  event: ['un événement', 'an event'],
};

/** What a word of ours is called where a field holds it, French first. A word that is not here is shown as it is. */
const VALUE_WORDS: Readonly<Record<string, Words>> = {
  about: {
    person: ['toutes vos adresses connues', 'all of your known addresses'],
    contact: ['cette adresse seulement', 'this address alone'],
  },
  act: {
    order: ['commande', 'order'],
    login: ['connexion à votre compte', 'you signed in'],
    reply: ['réponse à un message', 'reply'],
    'inbound-call': ['vous avez appelé', 'you called'],
    visit: ['visite', 'visit'],
    'human-click': ['clic sur un lien', 'click on a link'],
  },
  action: {
    acknowledged: ['vous avez été informé de sa réception', 'you were informed of its receipt'],
    extended: ['le délai a été prolongé', 'the time limit was extended'],
    exported: ['vos données ont été réunies', 'your data were gathered'],
    answered: ['réponse donnée', 'an answer was given'],
    refused: ['refus', 'refusal'],
    lifted: ['limitation levée', 'restriction lifted'],
  },
  addressKind: { email: ['adresse e-mail', 'e-mail address'], phone: ['numéro de téléphone', 'telephone number'] },
  ageBand: {
    'under-15': ['moins de quinze ans', 'under fifteen'],
    '15-17': ['de quinze à dix-sept ans', 'fifteen to seventeen'],
    adult: ['majeur', 'of age'],
  },
  basis: {
    consent: ['votre consentement', 'your consent'],
    'existing-customer': ['vous êtes client', 'you are a customer'],
    'professional-interest': ['votre profession', 'your profession'],
    'legal-person': ['adresse d’une personne morale', 'address of a legal person'],
  },
  because: CAUSES,
  boughtAs: { consumer: ['particulier', 'consumer'], professional: ['professionnel', 'professional'] },
  by: BY,
  cause: CAUSES,
  channel: CHANNELS,
  class: {
    prospecting: ['prospection', 'prospecting'],
    transactional: ['message lié à un acte ou à un contrat', 'message about an act or a contract'],
    relational: ['message de relation', 'message of the relation'],
    'renewal-request': ['demande de rester inscrit', 'question whether to stay'],
  },
  confirmation: {
    pending: ['attendue', 'awaited'],
    confirmed: ['donnée', 'received'],
  },
  coordinatesFrom: {
    'data-subject': ['vous-même', 'yourself'],
    marketplace: ['une place de marché', 'a marketplace'],
    'group-company': ['une société du groupe', 'a company of the group'],
    'third-party': ['un tiers', 'a third party'],
  },
  defaultState: {
    empty: ['non cochée', 'not ticked'],
    ticked: ['cochée d’avance', 'ticked beforehand'],
    'not-applicable': ['sans objet', 'does not apply'],
  },
  drawnBy: DRAWN_BY,
  endedBecause: CAUSES,
  identity: {
    code: ['un code envoyé à votre adresse', 'a code sent to your address'],
    'no-doubt': ['aucun doute', 'there was no doubt'],
    account: ['votre compte', 'your account'],
    callback: ['vous avez été rappelé', 'you were called back'],
    'document-seen': ['un document a été vu', 'a document was looked at'],
  },
  kind: KINDS,
  lacking: {
    freedom: ['la liberté de refuser', 'freedom to refuse'],
    information: ['l’information', 'information'],
  },
  language: { fr: ['français', 'French'], en: ['anglais', 'English'] },
  legalForm: {
    company: ['société', 'company'],
    'single-member-company': ['société unipersonnelle', 'company of one member'],
    association: ['association loi de 1901', 'association'],
    'public-body': ['organisme public', 'public body'],
    'sole-trader': ['entreprise individuelle', 'sole trader'],
  },
  madeBy: BY,
  mechanism: {
    checkbox: ['case à cocher', 'box to tick'],
    'choice-button': ['bouton de choix', 'button for a choice'],
    signature: ['signature', 'signature'],
    'spoken-yes': ['oui prononcé', 'spoken yes'],
    'terms-acceptance': ['acceptation des conditions', 'acceptance of the terms'],
    implied: ['tacite', 'not expressed'],
    'bundled-submit': ['envoi du formulaire entier', 'submission of the whole form'],
  },
  mode: {
    hosted: ['page d’Aval', 'page of Aval'],
    web: ['site internet', 'website'],
    app: ['application mobile', 'application'],
    paper: ['formulaire papier', 'paper form'],
    'recorded-call': ['appel enregistré', 'recorded call'],
    'till-screen': ['écran de caisse', 'screen at the till'],
    'till-spoken': ['à voix haute, en caisse', 'said at the till'],
  },
  outcome: {
    allow: ['permis', 'allowed'],
    defer: ['reporté', 'put off'],
    review: ['à examiner par une personne', 'to be looked at by somebody'],
    refuse: ['refusé', 'refused'],
  },
  person: { linked: ['rattaché à une personne', 'linked to a person'] },
  purpose: PURPOSES,
  reported: {
    complaint: ['comme indésirable', 'as spam'],
    bounce: ['comme non distribué', 'as not delivered'],
  },
  role: {
    recipient: ['a reçu vos données', 'received your data'],
    source: ['a fourni vos données', 'provided your data'],
  },
  scope: {
    global: ['tous les messages publicitaires', 'all advertising'],
    channel: ['tous les messages de ces canaux', 'all messages by these channels'],
    purpose: ['une finalité, par ces canaux', 'one purpose, by these channels'],
  },
  source: KINDS,
  state: STATES,
  type: {
    order: ['commande', 'order'],
    'service-contract': ['contrat de service', 'service contract'],
    'paid-subscription': ['abonnement payant', 'paid subscription'],
    'free-account': ['compte gratuit', 'free account'],
    donation: ['don', 'donation'],
    membership: ['adhésion', 'membership'],
    'account-only': ['compte seul', 'account alone'],
    quote: ['devis', 'quote'],
    lead: ['demande de renseignements', 'request for information'],
    contest: ['jeu-concours', 'contest'],
    basket: ['panier abandonné', 'basket left behind'],
  },
  via: VIAS,
};

/** Fields that hold the words of another one. */
const SAME_AS: Readonly<Record<string, string>> = {
  ...{ as: 'state', status: 'state', forecast: 'state', channels: 'channel', purposes: 'purpose', kinds: 'kind' },
  ...{ undeliveredBecause: 'because', parkedBecause: 'because', refusedBecause: 'because', otherwise: 'because' },
};

/** A word of ours as the field that holds it means it. */
export const valueWords = (field: string, word: string): readonly [string, string] | undefined =>
  VALUE_WORDS[SAME_AS[field] ?? field]?.[word];

/** What kinds of records and of facts are called, French first. */
export const TITLES: Words = {
  standing: ['Situation', 'Where things are'],
  profile: ['Attributs', 'Attributes'],
  event: ['Fait enregistré', 'Recorded fact'],
  person: ['Vos contacts', 'Your contacts'],
  'rights-request': ['Votre demande', 'Your request'],
  disclosure: ['Données transmises à un partenaire ou reçues de lui', 'Data passed to a partner, or received from one'],
  'partner-notification': ['Notification à un partenaire', 'Notification of a partner'],
  confirmation: ['Confirmation de STOP', 'Confirmation of STOP'],
  sends: ['Envois du mois', 'Sendings of the month'],
  message: ['Message', 'Message'],
  'sent-proof': ['Preuve d’envoi', 'Proof of sending'],
  'chunk-result': ['Message d’une campagne', 'Message of a campaign'],
  'listed-contact': ['Liste déposée', 'Uploaded list'],
  'listed-opposition': ['Opposition transmise par un partenaire', 'Opposition passed on by a partner'],
  'campaign-dry-run': ['Simulation d’une campagne', 'Dry run of a campaign'],
  'campaign-report': ['Bilan d’une campagne', 'Report of a campaign'],
  'campaign-job': ['Simulation ou bilan d’une campagne', 'Dry run or report of a campaign'],
  'test-recipients': ['Essai reçu', 'Test received'],
  code: ['Codes de la page de vos préférences', 'Codes of the page of your preferences'],
  erasure: ['Effacement', 'Erasure'],
  'contact-declared': ['Faits déclarés', 'Declared facts'],
  'person-linked': ['Rattaché à une personne', 'Linked to a person'],
  'person-unlinked': ['Détaché d’une personne', 'Unlinked from a person'],
  'address-changed': ['Changement d’adresse', 'Address changed'],
  'consent-given': ['Consentement donné', 'Consent given'],
  'consent-withdrawn': ['Consentement retiré', 'Consent withdrawn'],
  'consent-invalidated': ['Consentement invalidé', 'Consent invalidated'],
  'sale-recorded': ['Vente', 'Sale'],
  'opposition-registered': ['Opposition', 'Opposition'],
  'activity-recorded': ['Acte', 'Act'],
  'delivery-failed': ['Message revenu', 'Message came back'],
  'record-annulled': ['Fait annulé', 'Record annulled'],
  'contact-erased': ['Contact effacé', 'Contact erased'],
  'use-restricted': ['Utilisation limitée', 'Use restricted'],
  'restriction-lifted': ['Limitation levée', 'Restriction lifted'],
};

/** What is said in place of what the files do not name. */
export const INSTEAD: Words = {
  'another-contact': ['un autre contact', 'another contact'],
  linked: ['rattaché', 'linked'],
};
