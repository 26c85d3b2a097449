import { parseFragment } from 'parse5';
import { anchorsIn, isHtml, withoutAnchors, wordsOfHtml } from './html.ts';

/** What a message says, cut into what can be judged one by one. */
export interface Passages {
  /** Sentences and lines as a reader sees them, in their order, words of pictures and of links included; names are marked. */
  readonly sentences: readonly string[];
  /** Where it leads, and by what words; words are empty where the address itself is shown. */
  readonly links: readonly { readonly url: string; readonly words: string }[];
}

/** In place of a merge field: its value is judged when the message is made. */
export const FIELD = '§';
const FIELDS = /\{\{\{?[^{}]*\}?\}\}|\*\|\w+\|\*/g;

/** Letters that are written by their names or numbers (`&euro;`, `&#1058;`), as a reader sees them. */
export const withoutEntities = (text: string): string =>
  text.includes('&')
    ? parseFragment(text.replaceAll('<', '&lt;'))
        .childNodes.map((node) => ('value' in node ? node.value : ''))
        .join('')
    : text;

const BARE_URL = /\bhttps?:\/\/[^\s<>"')\]]+/gi;
/** Follows a word that is written as a name: with a capital, and not at the beginning of its sentence. */
export const NAME_MARK = '~';
const markNames = (sentence: string): string =>
  sentence.replace(/(?<=[\p{Ll}\d,;§'’]\s)\p{Lu}[\p{L}-]+/gu, `$&${NAME_MARK}`);

/** Without the marks of letters, in every script: what is looked for in a plain text is written without them too. */
export const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

/** Lower case without accents and what nobody sees, with straight apostrophes and one space between words. */
export const plain = (text: string): string =>
  withoutEntities(text)
    .normalize('NFD')
    .replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** Words before a full stop that ends no sentence. */
const ABBREVIATION = /\b(M|Mme|Mlle|Dr|Pr|Mr|Mrs|Ms|St|art|no|n°|tél|tel|p|P\.-S|cf|etc|vs|approx|env)\.\s/gi;

const sentencesOf = (line: string): readonly string[] =>
  line.replace(ABBREVIATION, '$1 ').split(/(?<=[.!?…])\s+(?=[^\s])|\s[·|•]\s/);

/** Cuts texts (subject, HTML, text) into sentences and links. */
export const passagesOf = (texts: readonly string[]): Passages => {
  const neutral = texts.map((text) => text.replace(FIELDS, FIELD));
  const links = neutral.flatMap(anchorsIn).map(({ url, inner }) => ({
    url: withoutEntities(url),
    words: plain(wordsOfHtml(inner)),
  }));
  const read = neutral.map((text) => withoutEntities(isHtml(text) ? wordsOfHtml(withoutAnchors(text)) : text));
  const shown = read.flatMap((text) => [...text.matchAll(BARE_URL)]).map(([url]) => ({ url, words: '' }));
  const sentences = read
    .flatMap((text) => text.replace(BARE_URL, ' ').split('\n'))
    .flatMap(sentencesOf)
    .map((sentence) => plain(markNames(sentence)))
    .filter((sentence) => /[\p{L}§]/u.test(sentence));
  return { sentences, links: [...links, ...shown] };
};
