import { BY, CAUSES, VIAS } from './words/causes-and-ways.ts';
import { CHANNELS } from './words/channels.ts';
import { KINDS, STATES } from './words/kinds-and-states.ts';
import type { Words } from './words/words.ts';

const PURPOSES: Words = {
  'own-offers': ['offres de l’annonceur', 'offers of the advertiser'],
  'partner-offers': ['offres de partenaires', 'offers of partners'],
  tracking: ['mesure de vos lectures', 'tracking of what you read'],
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
  as: 'state',
  status: 'state',
  forecast: 'state',
  channels: 'channel',
  purposes: 'purpose',
  kinds: 'kind',
  undeliveredBecause: 'because',
  parkedBecause: 'because',
  refusedBecause: 'because',
};

/** A word of ours as the field that holds it means it. */
export const valueWords = (field: string, word: string): readonly [string, string] | undefined =>
  VALUE_WORDS[SAME_AS[field] ?? field]?.[word];

/** What is said in place of what the files do not name. */
export const INSTEAD: Words = {
  'another-contact': ['un autre contact', 'another contact'],
  linked: ['rattaché', 'linked'],
};
