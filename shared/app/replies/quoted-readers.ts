import { tokensIn } from '#shared/channels/email/reply/links-of-ours.ts';
import type { WordsOfReply } from '#shared/channels/email/reply/own-words.ts';
import type { OppositionToken, Tokens } from '../oppositions/tokens.port.ts';

/** One reply quotes few messages of ours; whoever writes thousands of links is no reader. */
const MOST_LINKS = 20;

const spelled = new WeakMap<WordsOfReply, readonly string[]>();

/** A mail is searched once, although one that holds it is searched with it. */
const spellingsIn = (mail: WordsOfReply): readonly string[] => {
  const { text = '', html = '' } = mail;
  const found = spelled.get(mail) ?? [...tokensIn(text), ...tokensIn(html)];
  spelled.set(mail, found);
  return found;
};

/** The readers of the messages that these mails quote or are, by the links in them that are theirs alone; each contact once, at most twenty. */
export const quotedReaders = (
  { read }: Pick<Tokens, 'read'>,
  mails: readonly WordsOfReply[],
): readonly OppositionToken[] => {
  const readers = new Map<string, OppositionToken>();
  const spellings = new Set(mails.flatMap(spellingsIn));
  for (const token of [...spellings].slice(0, 4 * MOST_LINKS)) {
    const each = read(token);
    if (each !== undefined && readers.size < MOST_LINKS) readers.set(`${each.advertiserId}/${each.contactId}`, each);
  }
  return [...readers.values()];
};
