import { type CSSToken, TokenType } from '@csstools/css-tokenizer';

const CLOSES: Partial<Record<TokenType, TokenType>> = {
  [TokenType.OpenCurly]: TokenType.CloseCurly,
  [TokenType.OpenParen]: TokenType.CloseParen,
  [TokenType.OpenSquare]: TokenType.CloseSquare,
  [TokenType.Function]: TokenType.CloseParen,
};

/** Where what each token opens ends; of what is never closed, the end of the sheet. */
export const endsOf = (tokens: readonly CSSToken[]): ReadonlyMap<number, number> => {
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
export const said = ([type, raw, , , data]: CSSToken): string => {
  if (type === TokenType.Comment) return '';
  if (type === TokenType.Whitespace) return ' ';
  const name = data && 'value' in data && typeof data.value === 'string' ? data.value : raw;
  if (type === TokenType.Ident) return name;
  return type === TokenType.Function ? `${name}(` : raw;
};

/** A token as written, without comments: selectors have their own escapes. */
export const asWritten = ([type, raw]: CSSToken): string => (type === TokenType.Comment ? '' : raw);
