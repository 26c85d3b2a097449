import type { Random } from '../../random.ts';
import type { Draft } from '../draft.ts';
import { escaped, type Piece } from './bytes-draft.ts';
import { linkFor, mailboxFor } from './links.ts';
import { type Language, STOP_LINKS, STOP_SENTENCES } from './mail-words.ts';

/** A link in both parts. */
export const anchor = (url: string, shown: string): string => `<a href="${escaped(url)}">${escaped(shown)}</a>`;

/** A link as text parts have it: after its words, in brackets, or on a line of its own. */
export const inText = (random: Random, before: string, url: string): string =>
  random.pick([
    `${before} : ${url}`,
    `${before}: ${url}`,
    `${before} (${url})`,
    `${before}\n${url}`,
    `${before} <${url}>`,
  ]);

/** Says how to stop, by a link to this URL. */
export const stopBy = (random: Random, language: Language, url: string): Piece => {
  if (random.chance(0.4)) {
    const [sentence, shown] = random.pick(STOP_SENTENCES[language]);
    const html = `${escaped(sentence)} ${anchor(url, shown)}.`;
    return { says: 'stop', html, text: inText(random, `${sentence} ${shown}`, url) };
  }
  const shown = random.pick(STOP_LINKS[language]);
  const asImage = `<a href="${escaped(url)}"><img src="https://img.maison-ablette.example/stop.png" width="120" height="24" alt="${escaped(shown)}"></a>`;
  const html = random.chance(0.1) ? asImage : anchor(url, shown);
  return { says: 'stop', html, text: inText(random, shown, url) };
};

const BY_MAIL: Readonly<Record<Language, string>> = {
  fr: 'Pour ne plus recevoir nos messages, écrivez à',
  en: 'To unsubscribe, write to',
};
/** Says how to stop, by a mail to this address. */
export const stopByMail = (random: Random, language: Language, mailbox: string): Piece => {
  const href = random.pick([`mailto:${mailbox}`, `mailto:${mailbox}?subject=STOP`]);
  return {
    says: 'stop',
    html: `${escaped(BY_MAIL[language])} ${anchor(href, random.pick([mailbox, random.pick(STOP_LINKS[language])]))}`,
    text: `${BY_MAIL[language]} ${mailbox}`,
  };
};

/** A mailbox of the advertiser that is read every day. */
const INBOX = 'stop@maison-ablette.example';

/** A way to stop that works, of this reader. */
export const goodStop = (draft: Draft, random: Random, language: Language): Piece => {
  const kind = random.weighted([
    [85, 'link'],
    [8, 'mailbox'],
    [7, 'inbox'],
  ] as const);
  if (kind === 'mailbox') return stopByMail(random, language, mailboxFor(draft, random));
  if (kind === 'link') return stopBy(random, language, linkFor(draft, random));
  draft.settings.oppositionInbox = INBOX;
  return stopByMail(random, language, INBOX);
};
