import { type CSSToken, TokenType, tokenize } from '@csstools/css-tokenizer';

const CLOSES: Partial<Record<TokenType, TokenType>> = {
  [TokenType.OpenCurly]: TokenType.CloseCurly,
  [TokenType.OpenParen]: TokenType.CloseParen,
  [TokenType.OpenSquare]: TokenType.CloseSquare,
  [TokenType.Function]: TokenType.CloseParen,
};

/** Where what each token opens ends; of what is never closed, the end of the sheet. */
const endsOf = (tokens: readonly CSSToken[]): ReadonlyMap<number, number> => {
  const ends = new Map<number, number>();
  const open: { readonly at: number; readonly closedBy: TokenType }[] = [];
  for (const [at, [type]] of tokens.entries()) {
    const closedBy = CLOSES[type];
    const last = open.at(-1);
    if (closedBy !== undefined) open.push({ at, closedBy });
    else if (last?.closedBy === type) {
      ends.set(last.at, at);
      open.pop();
    }
  }
  for (const { at } of open) ends.set(at, tokens.length);
  return ends;
};

export const isBlank = (type: TokenType | undefined): boolean =>
  type === TokenType.Whitespace || type === TokenType.Comment;
/** Between rules and declarations; `<!--` and `-->` too, as sheets of old have them. */
export const SKIPPED = new Set<TokenType | undefined>([
  TokenType.Whitespace,
  TokenType.Comment,
  TokenType.Semicolon,
  TokenType.CDO,
  TokenType.CDC,
]);

/** A token as written, a name with its escapes resolved. */
const said = ([type, raw, , , data]: CSSToken): string => {
  if (type === TokenType.Comment) return '';
  if (type === TokenType.Whitespace) return ' ';
  const name = data && 'value' in data && typeof data.value === 'string' ? data.value : raw;
  if (type === TokenType.Ident) return name;
  return type === TokenType.Function ? `${name}(` : raw;
};

/** A token as written, without comments: selectors have their own escapes. */
export const asWritten = ([type, raw]: CSSToken): string => (type === TokenType.Comment ? '' : raw);

/** A sheet by its tokens. */
export interface Tokens {
  readonly tokens: readonly CSSToken[];
  /** By the token that opens a block, the one that ends it. */
  readonly ends: ReadonlyMap<number, number>;
}

export const tokensOf = (css: string): Tokens => {
  const tokens = tokenize({ css });
  return { tokens, ends: endsOf(tokens) };
};

export const typeOf = ({ tokens }: Tokens, at: number): TokenType | undefined => tokens[at]?.[0];
export const offsetOf = ({ tokens }: Tokens, at: number): number => tokens[at]?.[2] ?? 0;

/** The first of these tokens from `at` that is in no block. */
export const nextOf = (sheet: Tokens, at: number, to: number, types: readonly TokenType[]): number => {
  for (let next = at; next < to; next += 1) {
    const type = typeOf(sheet, next);
    if (type !== undefined && types.includes(type)) return next;
    next = Math.min(sheet.ends.get(next) ?? next, to);
  }
  return to;
};

export const textBetween = ({ tokens }: Tokens, from: number, to: number, write = said): string =>
  tokens.slice(from, to).map(write).join('').replaceAll(/\s+/g, ' ').trim();
