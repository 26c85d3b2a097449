import type { RouteProcessor } from '#shared/domain/processing/processors.ts';
import type { Said } from '#shared/domain/processing/said.ts';
import type { Capability } from './capability.ts';

/** What a processor gets, what it keeps, and whether the data leave the Union: of a service of AWS its Region says that. */
type Line = Pick<RouteProcessor, 'name' | 'gets' | 'keeps' | 'transfer'>;

const same = (name: string): Said => ({ fr: name, en: name });

const OPTED_OUT: Said = {
  fr: 'AWS garde la liste des numéros qui se sont opposés, jusqu’à ce qu’ils en soient retirés.',
  en: 'AWS keeps the list of numbers that opted out, until they are taken off it.',
};
const BY_CONTRACT: Said = {
  fr: 'Ses propres journaux, pour la durée que prévoit le contrat.',
  en: 'Logs of its own, for as long as the contract says.',
};
const TEXT: Said = {
  fr: 'Numéro, expéditeur, texte, identifiants du message ; réponses de la personne.',
  en: 'Number, sender, text, ids of the message; what the person answers.',
};

/** Of each route that settings may name. What it gets, as its adapter hands it over; the rest as far as it is published (docs/providers.md). */
const LINES: Readonly<Record<Exclude<Capability['route'], 'https'>, Line>> = {
  ses: {
    name: same('Amazon SES'),
    gets: {
      fr: 'Adresse e-mail, expéditeur, objet, contenu, identifiants du message.',
      en: 'E-mail address, sender, subject, content, ids of the message.',
    },
    keeps: {
      fr: 'La liste des adresses bloquées, jusqu’à ce qu’elles en soient retirées.',
      en: 'The list of blocked addresses, until they are taken off it.',
    },
  },
  sns: {
    name: same('Amazon SNS, AWS End User Messaging'),
    gets: TEXT,
    keeps: {
      fr: `${OPTED_OUT.fr} Si \`senders.smsStatus\` est activé, le sort de chaque SMS est écrit dans CloudWatch avec le numéro, pour une semaine.`,
      en: `${OPTED_OUT.en} Where \`senders.smsStatus\` is on, what became of each SMS is written to CloudWatch with its number, for a week.`,
    },
  },
  'end-user-messaging': { name: same('AWS End User Messaging'), gets: TEXT, keeps: OPTED_OUT },
  vonage: {
    name: same('Vonage'),
    gets: {
      fr: 'Numéro, expéditeur, texte du SMS ou de l’appel, identifiants du message ; réponses et touches de la personne.',
      en: 'Number, sender, text of the SMS or call, ids of the message; answers and keys of the person.',
    },
    keeps: BY_CONTRACT,
    transfer: {
      fr: '**Transfert** non exclu : api.nexmo.com est l’hôte commun à toutes ses régions. Les garanties appropriées figurent au contrat (RGPD, art. 46).',
      en: '**Transfer** not excluded: api.nexmo.com is the host that all its regions share. The contract has the appropriate safeguards (GDPR, art. 46).',
    },
  },
  smsmode: {
    // smsmode, "Conditions générales d’utilisation", 2025-03-25, and its privacy policy: read 2026-11-29.
    name: same('smsmode (Calade Technologies, Marseille, France)'),
    gets: TEXT,
    keeps: BY_CONTRACT,
    transfer: {
      fr: 'Société établie en France ; le contrat dit où les données sont hébergées et qui sont ses sous-traitants.',
      en: 'A company in France; the contract says where the data are hosted and which processors it has.',
    },
  },
  'spot-hit': {
    name: same('Spot-Hit (www.spot-hit.fr)'),
    gets: {
      fr: 'Numéro, texte et image du MMS, identifiants du message ; oppositions et réponses de la personne.',
      en: 'Number, text and picture of the MMS, ids of the message; oppositions and answers of the person.',
    },
    keeps: {
      fr: `La liste des numéros qui se sont opposés. ${BY_CONTRACT.fr}`,
      en: `The list of numbers that opted out. ${BY_CONTRACT.en}`,
    },
    transfer: {
      fr: 'Le contrat dit où les données sont hébergées et qui sont ses sous-traitants.',
      en: 'The contract says where the data are hosted and which processors it has.',
    },
  },
  connect: {
    name: same('Amazon Connect, Amazon Polly'),
    gets: {
      fr: 'Numéro, texte de l’appel, identifiants du message ; touches de la personne.',
      en: 'Number, script of the call, ids of the message; keys of the person.',
    },
    keeps: {
      fr: 'Le relevé de chaque appel, avec numéro et texte, pendant 24 mois ; rien ne l’efface plus tôt.',
      en: 'The record of each call, with number and script, for 24 months; nothing deletes it before.',
    },
  },
};

/** Of a provider that the deployer chose: its host is all that the settings say. */
const chosenAt = (host: string): Line => ({
  name: {
    fr: `Le prestataire que l’annonceur a choisi (${host})`,
    en: `The provider that the advertiser chose (${host})`,
  },
  gets: {
    fr: 'Numéro, expéditeur, texte, image ou script, langue, identifiants du message ; réponses et touches de la personne.',
    en: 'Number, sender, text, picture or script, language, ids of the message; answers and keys of the person.',
  },
  keeps: BY_CONTRACT,
  transfer: {
    fr: 'Selon le prestataire : le contrat dit si les données quittent l’Union, et par quelles garanties (RGPD, art. 44 à 49).',
    en: 'As the provider has it: the contract says whether the data leave the Union, and by which safeguards (GDPR, art. 44 to 49).',
  },
});

/**
 * Who processes what leaves by a route (GDPR art. 28).
 *
 * @param url where messages are handed over, of a provider of the deployer’s choice
 */
export const processorOf = (route: Capability['route'], channels: readonly string[], url = ''): RouteProcessor => ({
  ...(route === 'https' ? chosenAt(URL.parse(url)?.host ?? url) : LINES[route]),
  channels,
});
