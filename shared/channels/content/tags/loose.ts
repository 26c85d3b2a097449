import type { Shape } from './doubled.ts';
import { written } from './expression.ts';
import { isOfAPerson, namesLinkToStop, namesReader, namesStopping } from './names.ts';
import { fault, link, type Place, type Reading, value } from './reading.ts';

/*
 * Marks that ordinary text has as well, and that no tool fills here: a merge of letters, a text that a template was copied from, words that
 * their author meant to replace. What is between them names the reader, or a greeting is before them; else they are words.
 */

const WORDS = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_.’' -]{0,60}`;
const NAME = String.raw`[\p{L}][\p{L}\p{M}\p{N}_]{1,40}`;

/** Where a sentence, a line or an element begins with a greeting, nothing but a name follows. */
const GREETING =
  /(?:^|[\n.!?>])\s{0,6}(?:bonjour|bonsoir|salut|coucou|bienvenue|ch[eè]re?s?|madame|monsieur|mme|m\.|hello|hi|hey|dear|hallo|lieber?|hola|estimad[oa]|ciao|gentile|car[oa]|beste)(?:\s|&nbsp;|,){0,4}$/iu;
const isGreeted = ({ source, start }: Place): boolean => GREETING.test(source.slice(Math.max(0, start - 40), start));

const isName = (word: string): boolean => /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(word);

/** A way to stop is ours; a name of one word is a field; other words that name the reader are seen by them. */
const meant = (inner: string, shown: string): Reading => {
  if (namesLinkToStop(inner)) return link();
  if (!namesReader(inner)) return undefined;
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

const hashes: Shape = {
  pattern: String.raw`(?<![\p{L}\p{N}&#])#${NAME}#(?![\p{L}\p{N}#])`,
  isWeak: true,
  read: (text) => meant(text.slice(1, -1), '#…#'),
};

/** So much of a line is looked at for other bars. */
const MOST_OF_LINE = 200;
/** `|PRENOM|`, alone on its line: more bars are a table. */
const bars: Shape = {
  pattern: String.raw`(?<![|*])\|${NAME}\|(?![|*])`,
  isWeak: true,
  read: (text, { source, start, end }) => {
    const before =
      source
        .slice(Math.max(0, start - MOST_OF_LINE), start)
        .split('\n')
        .at(-1) ?? '';
    const [after = ''] = source.slice(end, end + MOST_OF_LINE).split('\n');
    return /[|]/.test(before + after) ? undefined : meant(text.slice(1, -1), '|…|');
  },
};

/** `$PRENOM`, in capitals or after a greeting: a variable in the code of a lesson is in neither. */
const dollar: Shape = {
  pattern: String.raw`(?<![\p{L}\p{N}$\\])\$\p{L}[\p{L}\p{M}\p{N}_]{2,40}(?![\p{L}\p{N}_$([{=])`,
  isWeak: true,
  read: (text, place) => {
    const inner = text.slice(1);
    const isSure = isGreeted(place) || (inner === inner.toUpperCase() && !/^(?:USER)?NAME$/.test(inner));
    return isSure ? meant(inner, '$…') : undefined;
  },
};

/** `«Prénom»` (letters that Word merges): without the spaces of French, and after a greeting or with `_`. */
const guillemets: Shape = {
  pattern: `(?:«|&laquo;)${NAME}(?:»|&raquo;)`,
  isWeak: true,
  read: (text, place) => {
    const inner = text.replace(/^(?:«|&laquo;)|(?:»|&raquo;)$/g, '');
    return isGreeted(place) || inner.includes('_') ? meant(inner, '«…»') : undefined;
  },
};

const doubledParentheses: Shape = {
  pattern: String.raw`\(\( ?${WORDS}\)\)`,
  isWeak: true,
  read: (text, { form }) => meant(written(text.slice(2, -2), form), '((…))'),
};

const OPEN_ANGLE = '(?:<|&lt;|‹)';
const CLOSE_ANGLE = '(?:>|&gt;|›)';
/** `<<Prénom>>`; one such mark alone is one too, where it is no element of HTML. */
const doubledAngles: Shape = {
  pattern: `${OPEN_ANGLE}{1,2}‹? ?${WORDS}${CLOSE_ANGLE}{1,2}`,
  isWeak: true,
  read: (text, { form }) => {
    if (form === 'html' && /^<[^<‹]/.test(text)) return undefined;
    const inner = text.replace(/^(?:<|&lt;|‹){1,3}|(?:>|&gt;|›){1,3}$/g, '');
    return meant(written(inner, form), '<…>');
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
