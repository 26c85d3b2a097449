import { TokenType } from '@csstools/css-tokenizer';
import type { Declaration, Import, Rule, Sheet } from './css-sheet.ts';
import {
  asWritten,
  isBlank,
  nextOf,
  offsetOf,
  SKIPPED,
  type Tokens,
  textBetween,
  tokensOf,
  typeOf,
} from './css-tokens.ts';
import { nameToday } from './property-names.ts';
import { LONGEST_SELECTOR } from './selecting/selectors.ts';

interface Around {
  readonly within: readonly string[];
  readonly conditions: readonly string[];
  readonly roots: readonly string[];
  /** Of the style rule around, where there is one. */
  readonly selector: string | undefined;
  readonly depth: number;
}

/** At-rules whose blocks hold declarations, and no rules. */
const HOLDS_DECLARATIONS = new Set(['font-face', 'page', 'property', 'counter-style', 'font-palette-values']);
/** At-rules whose blocks hold rules, or what is like a rule. What is in any other is read by no program. */
const HOLDS_RULES = new Set(
  'media supports layer scope container starting-style keyframes -webkit-keyframes -moz-keyframes -o-keyframes -moz-document'.split(
    ' ',
  ),
);

/** At-rules that ask for something before what they hold applies. */
const ASKS = new Set(['media', 'supports', 'container', 'starting-style']);

/** Of `@container` where it asks for a size: it applies within containers alone. */
export const OF_CONTAINERS = 'container of a size';

/** Blocks within blocks; nobody writes as many, and browsers stop somewhere too. */
const DEEPEST = 32;

/** A sheet while it is read. */
interface Reading extends Tokens {
  readonly rules: Rule[];
  readonly imports: Import[];
  isTooDeep: boolean;
}

/** A name, a colon and a value without a block; what has a block is a rule (`a:hover { … }`). */
const isDeclaration = (reading: Reading, at: number, to: number): boolean => {
  if (typeOf(reading, at) !== TokenType.Ident) return false;
  let colon = at + 1;
  while (isBlank(typeOf(reading, colon))) colon += 1;
  if (typeOf(reading, colon) !== TokenType.Colon) return false;
  const end = nextOf(reading, at, to, [TokenType.Semicolon, TokenType.OpenCurly]);
  return typeOf(reading, end) !== TokenType.OpenCurly || end >= to;
};

const declarationOf = (text: string): Declaration => {
  const colon = text.indexOf(':');
  const value = text.slice(colon + 1).trim();
  const written = text.slice(0, colon).trim();
  return {
    property: nameToday(written),
    written,
    value: value.replace(/(?<!\s)\s*!\s*important$/, ''),
    isImportant: /!\s*important$/.test(value),
  };
};

/** The selector of `@scope (…)`; `undefined`: it names none. What a `to` leaves out is not left out here. */
const rootIn = (reading: Reading, at: number, end: number): string | undefined => {
  const open = nextOf(reading, at, end, [TokenType.OpenParen]);
  const selector = textBetween(reading, open + 1, Math.min(reading.ends.get(open) ?? end, end), asWritten);
  return selector === '' ? undefined : selector;
};

/** Reads an at-rule; returns where what follows it begins. */
const readAtRule = (reading: Reading, at: number, to: number, around: Around): number => {
  const end = nextOf(reading, at, to, [TokenType.Semicolon, TokenType.OpenCurly]);
  const token = reading.tokens[at];
  const written = token?.[0] === TokenType.AtKeyword ? token[4].value.toLowerCase() : '';
  const name = written.replace(/^-\w+-/, '');
  const prelude = textBetween(reading, at + 1, end);
  const offset = offsetOf(reading, at);
  if (name === 'import') reading.imports.push({ address: addressIn(prelude), offset });
  if (typeOf(reading, end) !== TokenType.OpenCurly || end >= to) return end + 1;
  const close = Math.min(reading.ends.get(end) ?? to, to);
  if (!HOLDS_RULES.has(written) && !HOLDS_DECLARATIONS.has(name)) return close + 1;
  const isForPaper = name === 'media' && /^(?:only )?(?:print|speech)\b(?!.*,)/i.test(prelude);
  const isOfSize = name === 'container' && !/style\(|scroll-state\(|--/i.test(prelude);
  const within = [...around.within, isForPaper ? 'print' : isOfSize ? OF_CONTAINERS : name];
  const selector = HOLDS_DECLARATIONS.has(name) ? `@${name}` : around.selector;
  const root = name === 'scope' ? rootIn(reading, at + 1, end) : undefined;
  const roots = root === undefined ? around.roots : [...around.roots, root];
  const conditions = ASKS.has(name) ? [...around.conditions, `${name} ${prelude}`.toLowerCase()] : around.conditions;
  const inside = { within, conditions, roots, selector, depth: around.depth + 1 };
  const declarations = readContents(reading, end + 1, close, inside);
  if (selector !== undefined && declarations.length > 0)
    reading.rules.push({ selector, declarations, within, conditions, roots, offset });
  return close + 1;
};

/** Reads a rule with a selector; returns where what follows it begins. */
const readStyleRule = (reading: Reading, at: number, to: number, around: Around): number => {
  const stops = around.selector === undefined ? [] : [TokenType.Semicolon];
  const open = nextOf(reading, at, to, [TokenType.OpenCurly, ...stops]);
  if (typeOf(reading, open) !== TokenType.OpenCurly || open >= to) return open + 1;
  const close = Math.min(reading.ends.get(open) ?? to, to);
  const selector = nested(textBetween(reading, at, open, asWritten), around);
  const index = reading.rules.length;
  const declarations = readContents(reading, open + 1, close, { ...around, selector, depth: around.depth + 1 });
  const { within, conditions, roots } = around;
  reading.rules.splice(index, 0, { selector, within, conditions, roots, offset: offsetOf(reading, at), declarations });
  return close + 1;
};

/** Reads what is between two tokens as the contents of a sheet or of a block (CSS Syntax 3, 5.5). */
const readContents = (reading: Reading, from: number, to: number, around: Around): readonly Declaration[] => {
  const declarations: Declaration[] = [];
  if (around.depth > DEEPEST) reading.isTooDeep = true;
  for (let at = from; at < to && !reading.isTooDeep; ) {
    const type = typeOf(reading, at);
    if (SKIPPED.has(type) || type === TokenType.EOF) at += 1;
    else if (type === TokenType.AtKeyword) at = readAtRule(reading, at, to, around);
    else if (around.selector !== undefined && isDeclaration(reading, at, to)) {
      const end = nextOf(reading, at, to, [TokenType.Semicolon]);
      declarations.push(declarationOf(textBetween(reading, at, end).toLowerCase()));
      at = end;
    } else at = readStyleRule(reading, at, to, around);
  }
  return declarations;
};

const readingOf = (css: string): Reading => ({ ...tokensOf(css), rules: [], imports: [], isTooDeep: false });

const addressIn = (prelude: string): string => {
  const [, inUrl, quoted] = /^(?:url\(([^)]*)\)|["']([^"']*)["'])/i.exec(prelude) ?? [];
  return (inUrl ?? quoted ?? '')
    .trim()
    .replace(/^["']|["']$/g, '')
    .trim();
};

/** The selector of a rule within another (CSS Nesting 1): `&` is the outer one, which comes before what has none. */
const nested = (selector: string, { selector: outer }: Around): string => {
  if (outer === undefined || outer.startsWith('@')) return selector;
  if (outer.length + selector.length > LONGEST_SELECTOR) return '*';
  if (selector.includes('&')) return selector.replaceAll('&', `:is(${outer})`);
  return /^[>+~]/.test(selector) ? `:is(${outer}) ${selector}` : `:is(${outer}) :is(${selector})`;
};

/** A style sheet as a browser reads it, at-rules and nested rules included (CSS Syntax Level 3). */
export const readSheet = (css: string): Sheet => {
  const reading = readingOf(css);
  readContents(reading, 0, reading.tokens.length, {
    within: [],
    conditions: [],
    roots: [],
    selector: undefined,
    depth: 0,
  });
  return reading;
};

/** The declarations of a `style` attribute. */
export const readStyle = (style: string): readonly Declaration[] => {
  const reading = readingOf(style);
  return readContents(reading, 0, reading.tokens.length, {
    within: [],
    conditions: [],
    roots: [],
    selector: '*',
    depth: 0,
  });
};
