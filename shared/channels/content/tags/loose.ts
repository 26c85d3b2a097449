import type { Shape } from './doubled.ts';
import { written } from './expression.ts';
import { isGreeted } from './greeting.ts';
import { isAReader, isATitle, isOfAPerson, namesLinkToStop, namesReader, namesStopping } from './names.ts';
import { fault, link, type Place, type Reading, value } from './reading.ts';

/*
 * Marks that ordinary text has as well, and that no tool fills here: a merge of letters, a text that a template was copied from, words that
 * their author meant to replace. What is between them names the reader, or a greeting is before them; else they are words.
 */

const WORDS = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_.’' -]{0,60}`;
const NAME = String.raw`[\p{L}][\p{L}\p{M}\p{N}_]{1,40}`;

const isName = (word: string): boolean => /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(word);

/** A way to stop is ours; a name of one word is a field; other words that name the reader are seen by them. */
const meant = (inner: string, shown: string, place: Place): Reading => {
  if (namesLinkToStop(inner)) return link();
  if (!namesReader(inner) && !(isAReader(inner) && isGreeted(place))) return undefined;
  return isName(inner) ? value(inner) : fault('unknown', shown);
};

/** `__PRENOM__`: a fact that lists hold, or two words. In a text without marks of its own `__SOLDES__` is bold. */
const underscores: Shape = {
  pattern: String.raw`(?<![\p{L}\p{N}_])__[\p{L}](?:[\p{L}\p{M}\p{N}]|_(?!_)){1,40}__(?![\p{L}\p{N}_])`,
  isWeak: true,
  read: (text) => {
    const inner = text.slice(2, -2);
    if (namesStopping(inner)) return link();
    return isOfAPerson(inner) || namesReader(inner) ? value(inner) : undefined;
  },
};

/** `#PRENOM#`: in a sentence `#nom#` may be a word of it. */
const hashes: Shape = {
  pattern: String.raw`(?<![\p{L}\p{N}&#])#${NAME}#(?![\p{L}\p{N}#])`,
  isWeak: true,
  read: (text, place) => {
    const inner = text.slice(1, -1);
    const isSure = isGreeted(place) || inner === inner.toUpperCase() || !/^(?:nom|name)$/i.test(inner);
    return isSure ? meant(inner, '#…#', place) : undefined;
  },
};

/** So much of a line is looked at for other bars. */
const MOST_OF_LINE = 200;
/** `|PRENOM|`, alone on its line: more bars are a table. */
const bars: Shape = {
  pattern: String.raw`(?<![|*])\|${NAME}\|(?![|*])`,
  isWeak: true,
  read: (text, place) => {
    const { source, start, end } = place;
    const before =
      source
        .slice(Math.max(0, start - MOST_OF_LINE), start)
        .split('\n')
        .at(-1) ?? '';
    const [after = ''] = source.slice(end, end + MOST_OF_LINE).split('\n');
    return /[|]/.test(before + after) ? undefined : meant(text.slice(1, -1), '|…|', place);
  },
};

/** `$PRENOM`, in capitals or after a greeting: a variable in the code of a lesson is in neither. */
const dollar: Shape = {
  pattern: String.raw`(?<![\p{L}\p{N}$\\])\$\p{L}[\p{L}\p{M}\p{N}_]{2,40}(?![\p{L}\p{N}_$([{=])`,
  isWeak: true,
  read: (text, place) => {
    const inner = text.slice(1);
    const isSure = isGreeted(place) || (inner === inner.toUpperCase() && !/^(?:USER)?NAME$/.test(inner));
    return isSure ? meant(inner, '$…', place) : undefined;
  },
};

const QUOTE_SPACE = '(?:[ \\u00A0\\u202F]|&nbsp;|&#160;)?';
const [FIRST_MARK, LAST_MARK] = ['(?:«|&laquo;|“|&ldquo;)', '(?:»|&raquo;|”|&rdquo;)'];
const QUOTES = new RegExp(`^${FIRST_MARK}${QUOTE_SPACE}|${QUOTE_SPACE}${LAST_MARK}$`, 'gu');
/** `«Prénom»` (letters that Word merges): after a greeting, or with `_` and without the spaces of French. With these, « Membre » is a word. */
const guillemets: Shape = {
  pattern: `${FIRST_MARK}${QUOTE_SPACE}${WORDS}${QUOTE_SPACE}${LAST_MARK}`,
  isWeak: true,
  read: (text, place) => {
    const inner = text.replace(QUOTES, '').trim();
    const isPlain = /^(?:«|&laquo;)[\p{L}]\S*$/u.test(text);
    if (!isPlain && isATitle(inner)) return undefined;
    return (isPlain && inner.includes('_')) || isGreeted(place) ? meant(inner, '«…»', place) : undefined;
  },
};

const doubledParentheses: Shape = {
  pattern: String.raw`\(\( ?${WORDS}\)\)`,
  isWeak: true,
  read: (text, place) => meant(written(text.slice(2, -2), place.form), '((…))', place),
};

const OPEN_ANGLE = '(?:<|&lt;|‹)';
const CLOSE_ANGLE = '(?:>|&gt;|›)';
/** `<<Prénom>>`; one such mark alone is one too, where it is no element of HTML. */
const doubledAngles: Shape = {
  pattern: `${OPEN_ANGLE}{1,2}‹? ?${WORDS}${CLOSE_ANGLE}{1,2}`,
  isWeak: true,
  read: (text, place) => {
    const { form } = place;
    if (form === 'html' && /^<[^<‹]/.test(text)) return undefined;
    const inner = text.replace(/^(?:<|&lt;|‹){1,3}|(?:>|&gt;|›){1,3}$/g, '');
    return meant(written(inner, form), '<…>', place);
  },
};

/** `{0}`, `%s`, `%1$s`: what a programme fills, after a greeting. */
const counted: Shape = {
  pattern: String.raw`\{\d\}|%(?:\d\$)?s(?![\p{L}\p{N}%])`,
  isWeak: true,
  read: (text, place) => (isGreeted(place) ? fault('unknown', text.startsWith('{') ? '{0}' : '%s') : undefined),
};

/** Of these, what names a reader, a way to stop, or what a greeting is before. */
export const LOOSE: readonly Shape[] = [
  ...[underscores, hashes, bars, dollar, guillemets, doubledParentheses, doubledAngles, counted],
];
