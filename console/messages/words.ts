import type { Language } from '#tools/law/page/language.ts';

const en = {
  lead: 'What reached people on this machine, as they read it; and what became of every single message, with its reasons.',
  find: 'Recipient, or words of the sender, subject or text',
  status: 'Show',
  channel: 'Channel',
  everyChannel: 'every channel',
  go: 'Search',
  arrived: 'what arrived',
  any: 'messages in any state',
  states: {
    accepted: 'accepted',
    deferred: 'deferred',
    'in-review': 'waiting for a decision',
    sent: 'sent',
    refused: 'refused',
    undelivered: 'undelivered',
    unknown: 'without an answer of the provider',
    'unknown-final': 'of unknown outcome',
    parked: 'set aside',
  } as Readonly<Record<string, string>>,
  count: (count: number) => (count === 1 ? 'One arrived.' : `${count} arrived, the latest first.`),
  shown: (count: number) => (count === 1 ? 'One message.' : `${count} messages, the latest first.`),
  first: (count: number) =>
    count === 1 ? 'The latest of them; there are more.' : `The latest ${count} of them; there are more.`,
  older: (count: number) => (count === 1 ? 'One older message.' : `${count} older messages.`),
  olderOf: (count: number) =>
    count === 1 ? 'One older message; there are more.' : `${count} older messages; there are more.`,
  noneOlder: 'There are no older ones.',
  noneAmong: (looked: number) =>
    `None among the ${looked.toLocaleString('en-GB')} messages looked through; there are older ones.`,
  none: 'Nothing like it.',
  noneYet: 'Nothing has arrived yet.',
  onlyOfArrived:
    'Words find messages that arrived. One that never left has no subject here: search it by the whole address of its recipient.',
  message: 'Message ',
  to: 'To ',
  from: 'from ',
  contact: 'Everything of this contact',
  someone: (id: string) => `Contact ${id}…`,
  seen: 'As its reader sees it',
  mailTo: (to: string, subject: string) => `Mail to ${to}: ${subject}`,
  text: 'Text',
  onPhone: 'On its phone',
  due: 'judged again ',
  quoted: 'Reference of its reader: ',
  why: 'Why',
  parked: 'Set aside because: ',
  parkedCauses: {
    rejected: 'the provider refuses this message',
    'too-slow': 'it could not be made in time, three times',
    'content-not-found': 'its content is not stored',
    'template-version-not-found': 'the version of its template is not stored',
    'advertiser-not-found': 'its advertiser is not known',
  } as Readonly<Record<string, string>>,
  undelivered: 'Undelivered because: ',
  undeliveredCauses: {
    bounced: 'the provider could not deliver it',
    suppressed: 'the address is on a list of the provider, which tried nothing',
    'refused-by-mailbox': 'the mailbox refused this message, not its address',
    expired: 'the provider could not deliver it in time',
    rejected: 'the provider took it, then refused it',
  } as Readonly<Record<string, string>>,
  test: 'test',
};
export type MessageWords = typeof en;

const fr: MessageWords = {
  lead: 'Ce qui est arrivé aux gens sur cette machine, tel qu’ils le lisent ; et ce qu’est devenu chaque message isolé, avec ses motifs.',
  find: 'Destinataire, ou mots de l’expéditeur, de l’objet ou du texte',
  status: 'Montrer',
  channel: 'Canal',
  everyChannel: 'tous les canaux',
  go: 'Rechercher',
  arrived: 'ce qui est arrivé',
  any: 'les messages dans n’importe quel état',
  states: {
    accepted: 'accepté',
    deferred: 'différé',
    'in-review': 'en attente d’une décision',
    sent: 'envoyé',
    refused: 'refusé',
    undelivered: 'non distribué',
    unknown: 'sans réponse du prestataire',
    'unknown-final': 'au sort inconnu',
    parked: 'mis de côté',
  },
  count: (count) => (count === 1 ? 'Un seul est arrivé.' : `${count} sont arrivés, du plus récent au plus ancien.`),
  shown: (count) => (count === 1 ? 'Un message.' : `${count} messages, du plus récent au plus ancien.`),
  first: (count) =>
    count === 1 ? 'Le plus récent ; il y en a d’autres.' : `Les ${count} plus récents ; il y en a d’autres.`,
  older: (count) => (count === 1 ? 'Un message plus ancien.' : `${count} messages plus anciens.`),
  olderOf: (count) =>
    count === 1
      ? 'Un message plus ancien ; il y en a d’autres.'
      : `${count} messages plus anciens ; il y en a d’autres.`,
  noneOlder: 'Il n’y en a pas de plus anciens.',
  noneAmong: (looked) =>
    `Aucun parmi les ${looked.toLocaleString('fr-FR')} messages parcourus ; il y en a de plus anciens.`,
  none: 'Rien de tel.',
  noneYet: 'Rien n’est encore arrivé.',
  onlyOfArrived:
    'Les mots trouvent des messages arrivés. Celui qui n’est jamais parti n’a pas d’objet ici : cherchez-le par l’adresse entière de son destinataire.',
  message: 'Message ',
  to: 'À ',
  from: 'expéditeur\u00a0: ',
  contact: 'Tout sur ce contact',
  someone: (id) => `Contact ${id}…`,
  seen: 'Tel que son lecteur le voit',
  mailTo: (to, subject) => `E-mail à ${to} : ${subject}`,
  text: 'Texte',
  onPhone: 'Sur son téléphone',
  due: 'vérifié de nouveau ',
  quoted: 'Référence de son lecteur : ',
  why: 'Pourquoi',
  parked: 'Mis de côté car : ',
  parkedCauses: {
    rejected: 'le prestataire refuse ce message',
    'too-slow': 'il n’a pas pu être fait à temps, trois fois',
    'content-not-found': 'son contenu n’est pas enregistré',
    'template-version-not-found': 'la version de son modèle n’est pas enregistrée',
    'advertiser-not-found': 'son annonceur n’est pas connu',
  },
  undelivered: 'Non distribué car : ',
  undeliveredCauses: {
    bounced: 'le prestataire n’a pas pu le distribuer',
    suppressed: 'l’adresse est sur une liste du prestataire, qui n’a rien tenté',
    'refused-by-mailbox': 'la boîte de réception a refusé ce message, non son adresse',
    expired: 'le prestataire n’a pas pu le distribuer à temps',
    rejected: 'le prestataire l’a pris, puis refusé',
  },
  test: 'essai',
};

/** The words of the page of messages. */
export const MESSAGE_WORDS: Readonly<Record<Language, MessageWords>> = { fr, en };
/** The states that can be asked for, the first as the page opens. */
export const STATES = [
  ...['refused', 'in-review', 'deferred', 'sent', 'undelivered', 'accepted', 'unknown', 'unknown-final', 'parked'],
] as const;
