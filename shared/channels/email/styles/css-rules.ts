import { type CSSToken, TokenType, tokenize } from '@csstools/css-tokenizer';
import { asWritten, endsOf, isBlank, SKIPPED, said } from './css-tokens.ts';

/** One declaration, its name and value in lower case, escapes and comments resolved. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly isImportant: boolean;
}

/** A rule of a style sheet with its own declarations; rules within it are rules of their own. */
export interface Rule {
  /** What it selects, comments taken out; the selectors of the rules around it are within `:is()`. */
  readonly selector: string;
  readonly declarations: readonly Declaration[];
  /** Names of the at-rules around it, the outermost first: `media`, `supports`, `keyframes`, `font-face` … */
  readonly within: readonly string[];
  /** Where it begins in the sheet. */
  readonly offset: number;
}

/** An `@import`: the address that it names. */
interface Import {
  readonly address: string;
  readonly offset: number;
}

export interface Sheet {
  /** Blocks are nested deeper than anybody writes: it was not read to its end. */
  readonly isTooDeep: boolean;
  readonly rules: readonly Rule[];
  readonly imports: readonly Import[];
}

interface Around {
  readonly within: readonly string[];
  /** Of the style rule around, where there is one. */
  readonly selector: string | undefined;
  readonly depth: number;
}

/** At-rules whose blocks hold declarations, and no rules. */
const HOLDS_DECLARATIONS = new Set(['font-face', 'page', 'property', 'counter-style', 'font-palette-values']);

/** Blocks within blocks; nobody writes as many, and browsers stop somewhere too. */
const DEEPEST = 32;

/** A sheet while it is read. */
interface Reading {
  readonly tokens: readonly CSSToken[];
  /** By the token that opens a block, the one that ends it. */
  readonly ends: ReadonlyMap<number, number>;
  readonly rules: Rule[];
  readonly imports: Import[];
  isTooDeep: boolean;
}

const typeOf = ({ tokens }: Reading, at: number): TokenType | undefined => tokens[at]?.[0];
const offsetOf = ({ tokens }: Reading, at: number): number => tokens[at]?.[2] ?? 0;

/** The first of these tokens from `at` that is in no block. */
const nextOf = (reading: Reading, at: number, to: number, types: readonly TokenType[]): number => {
  for (let next = at; next < to; next += 1) {
    const type = typeOf(reading, next);
    if (type !== undefined && types.includes(type)) return next;
    next = Math.min(reading.ends.get(next) ?? next, to);
  }
  return to;
};

const textBetween = ({ tokens }: Reading, from: number, to: number, write = said): string =>
  tokens.slice(from, to).map(write).join('').replaceAll(/\s+/g, ' ').trim();

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
  return {
    property: text.slice(0, colon).trim(),
    value: value.replace(/\s*!\s*important$/, ''),
    isImportant: /!\s*important$/.test(value),
  };
};

/** Reads an at-rule; returns where what follows it begins. */
const readAtRule = (reading: Reading, at: number, to: number, around: Around): number => {
  const end = nextOf(reading, at, to, [TokenType.Semicolon, TokenType.OpenCurly]);
  const written = (reading.tokens[at]?.[1] ?? '').slice(1).toLowerCase();
  const name = written.replace(/^-\w+-/, '');
  const prelude = textBetween(reading, at + 1, end);
  const offset = offsetOf(reading, at);
  if (name === 'import') reading.imports.push({ address: addressIn(prelude), offset });
  if (typeOf(reading, end) !== TokenType.OpenCurly || end >= to) return end + 1;
  const close = Math.min(reading.ends.get(end) ?? to, to);
  const isForPaper = name === 'media' && /^(?:only )?(?:print|speech)\b(?!.*,)/i.test(prelude);
  const within = [...around.within, isForPaper ? 'print' : name];
  const selector = HOLDS_DECLARATIONS.has(name) ? `@${name}` : around.selector;
  const declarations = readContents(reading, end + 1, close, { within, selector, depth: around.depth + 1 });
  if (selector !== undefined && declarations.length > 0) reading.rules.push({ selector, declarations, within, offset });
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
  reading.rules.splice(index, 0, { selector, within: around.within, offset: offsetOf(reading, at), declarations });
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

const readingOf = (css: string): Reading => {
  const tokens = tokenize({ css });
  return { tokens, ends: endsOf(tokens), rules: [], imports: [], isTooDeep: false };
};

const addressIn = (prelude: string): string => {
  const [, inUrl, quoted] = /^(?:url\(\s*["']?([^"')]*)["']?\s*\)|["']([^"']*)["'])/i.exec(prelude) ?? [];
  return (inUrl ?? quoted ?? '').trim();
};

/** Characters of a selector that is still read; a longer one, made of nested ones, may match anything. */
const LONGEST = 5000;

/** The selector of a rule within another (CSS Nesting 1): `&` is the outer one, which comes before what has none. */
const nested = (selector: string, { selector: outer }: Around): string => {
  if (outer === undefined || outer.startsWith('@')) return selector;
  if (outer.length + selector.length > LONGEST) return '*';
  if (selector.includes('&')) return selector.replaceAll('&', `:is(${outer})`);
  return /^[>+~]/.test(selector) ? `:is(${outer}) ${selector}` : `:is(${outer}) :is(${selector})`;
};

/** A style sheet as a browser reads it, at-rules and nested rules included (CSS Syntax Level 3). */
export const readSheet = (css: string): Sheet => {
  const reading = readingOf(css);
  readContents(reading, 0, reading.tokens.length, { within: [], selector: undefined, depth: 0 });
  return reading;
};

/** The declarations of a `style` attribute. */
export const readStyle = (style: string): readonly Declaration[] => {
  const reading = readingOf(style);
  return readContents(reading, 0, reading.tokens.length, { within: [], selector: '*', depth: 0 });
};
