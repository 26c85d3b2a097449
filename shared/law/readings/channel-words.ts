import type { Channel } from '#shared/domain/message/channel.ts';

/**
 * "Voie électronique" is larger than e-mail, and is a name of e-mail alone here: next to "jamais par SMS" it is what remains,
 * and of texts it never says more than the wording does.
 */
const MAIL = [
  'e-?mails?',
  'mails?',
  'm[ée]ls?',
  'courriels?',
  '(?:courriers?|messages?|envois?|voies?|moyens?|adresses?) électroniques?',
];
const NEWSLETTERS = [
  'newsletters?',
  'infolettres?',
  "lettres? d[’']informations?",
  'electronic (?:mails?|messages?|means|address(?:es)?)',
];
const PHONE = ['téléphon\\p{L}*', 'tél', 'portable', 'mobile', 'phones?', 'telephones?'];
const TEXT = ['sms', 'textos?', 'text(?: messages?|s)?', 'messages? textes?', 'mini-?messages?'];
const CALL = ['appels?', 'appel(?:er|ée?s?)', 'automates?', 'calls?', 'called', 'calling'];
const VOICE = ['messages? voca(?:l|ux)', 'voice ?(?:mails?|messages?)', 'répondeur', 'messagerie vocale'];
const CHAT = [
  'messages? privés?',
  'messageries?',
  'réseaux? socia(?:l|ux)',
  'private messages?',
  'social (?:media|networks?)',
];

/** One of these, as words of their own. */
const anyOf = (...names: readonly (readonly string[])[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.flat().join('|')})(?![\\p{L}\\p{N}])`, 'giu');

/** What French and English wordings call each channel. */
export const WORDS_FOR: Readonly<Record<Channel, RegExp>> = {
  email: anyOf(MAIL, NEWSLETTERS),
  sms: anyOf(TEXT, PHONE),
  mms: anyOf(['mms', 'messages? multimédias?', 'picture messages?'], PHONE),
  rcs: anyOf(['rcs'], TEXT, PHONE),
  'automated-call': anyOf(CALL, VOICE, PHONE),
  'live-call': anyOf(CALL, PHONE),
  'voicemail-drop': anyOf(VOICE, PHONE),
  fax: anyOf(['fax', 'télécopies?']),
  push: anyOf(['push', 'notifications?'], PHONE),
  'in-app': anyOf(['applications?', 'applis?', 'apps?', 'in-app']),
  'social-message': anyOf(CHAT),
  post: anyOf(['courriers?(?! électroniques?)', 'post', 'poste', 'letters?', '(?:voie )?postale?']),
};
