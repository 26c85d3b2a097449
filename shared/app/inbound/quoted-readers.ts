import type { WordsOfReply } from '#shared/channels/email/reply/own-words.ts';
import type { OppositionToken, Tokens } from '../oppositions/tokens.port.ts';

/** One reply quotes few messages of ours; whoever writes thousands of links is no reader. */
const MOST_LINKS = 20;

/** Links of ours as they are in a quoted message, also folded over two lines, or as a mail system rewrote them. */
const LINKS = /(?:\/|%2F)[op](?:\/|%2F)([A-Za-z0-9_-]{20,200})(?:=?\r?\n[>\t ]*([A-Za-z0-9_-]{1,150}))?/gi;
/** As a filter writes it that puts `_` for `/` and `-5F` for `_`. */
const REWRITTEN = /_[op]_([A-Za-z0-9_-]{40,300})/g;

const unescaped = (token: string): string => token.replaceAll('-5F', '_').replaceAll('-2D', '-');

const spellingsIn = (text: string): readonly string[] => [
  ...[...text.matchAll(LINKS)].flatMap(([, first = '', second = '']) => [
    first,
    // Another filter closes the link that it guards by two underscores.
    first.replace(/__$/, ''),
    ...(second === '' ? [] : [`${first}${second}`]),
  ]),
  ...[...text.matchAll(REWRITTEN)].map(([, token = '']) => unescaped(token)),
];

/** The readers of the messages that these mails quote or are, by the links in them that are theirs alone; each contact once, at most twenty. */
export const quotedReaders = (
  { read }: Pick<Tokens, 'read'>,
  mails: readonly WordsOfReply[],
): readonly OppositionToken[] => {
  const readers = new Map<string, OppositionToken>();
  const spellings = new Set(mails.flatMap(({ text = '', html = '' }) => [...spellingsIn(text), ...spellingsIn(html)]));
  for (const token of [...spellings].slice(0, 4 * MOST_LINKS)) {
    const each = read(token);
    if (each !== undefined && readers.size < MOST_LINKS) readers.set(`${each.advertiserId}/${each.contactId}`, each);
  }
  return [...readers.values()];
};
