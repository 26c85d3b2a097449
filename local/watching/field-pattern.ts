import { at, type Json, parseJson } from '../template/json.ts';

/** A pattern of fields of JSON lines, as CloudWatch Logs reads it: true for a line that it finds. */
type FieldPattern = (line: string) => boolean;
type Condition = (document: Json) => boolean;

/** Brackets, `&&`, `||`, and comparisons of a field with a text in quotes, in which `*` is anything, or with a number. */
const TOKEN = /\s*(?:([()]|&&|\|\|)|\$\.([\w.]+)\s*(!=|>=|<=|=|>|<)\s*(?:"([^"]*)"|(-?\d+(?:\.\d+)?)))\s*/y;

interface Comparison {
  readonly field: string;
  readonly operator: string;
  readonly text: string | undefined;
  readonly number: number;
}
type Token = string | Comparison;

const tokensOf = (expression: string): readonly Token[] | undefined => {
  const tokens: Token[] = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < expression.length; ) {
    const found = TOKEN.exec(expression);
    if (found === null) return undefined;
    const [, sign, field = '', operator = '', text, number] = found;
    tokens.push(sign ?? { field, operator, text, number: Number(number) });
  }
  return tokens;
};

const fits = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[\\^$.+?()[\]{}|]/g, '\\$&').replaceAll('*', '.*')}$`, 's');
const BY_NUMBER: Readonly<Record<string, (found: number, wanted: number) => boolean>> = {
  '=': (found, wanted) => found === wanted,
  '!=': (found, wanted) => found !== wanted,
  '>': (found, wanted) => found > wanted,
  '<': (found, wanted) => found < wanted,
  '>=': (found, wanted) => found >= wanted,
  '<=': (found, wanted) => found <= wanted,
};

/** A field that is not there, or is of another kind, fits nothing. */
const conditionOf = ({ field, operator, text, number }: Comparison): Condition | undefined => {
  const path = field.split('.');
  if (text === undefined)
    return (document) => {
      const found = at(document, ...path);
      return typeof found === 'number' && BY_NUMBER[operator]?.(found, number) === true;
    };
  if (operator !== '=' && operator !== '!=') return undefined;
  const pattern = fits(text);
  return (document) => {
    const found = at(document, ...path);
    return typeof found === 'string' && pattern.test(found) === (operator === '=');
  };
};

/** Reads tokens from the left, one level of binding in each function; `undefined` where something else comes. */
const readerOf = (tokens: readonly Token[]) => {
  let next = 0;
  const isNext = (sign: string): boolean => {
    if (tokens[next] !== sign) return false;
    next += 1;
    return true;
  };
  const single = (): Condition | undefined => {
    if (isNext('(')) {
      const inside = anyOf();
      return isNext(')') ? inside : undefined;
    }
    const token = tokens[next];
    next += 1;
    return typeof token === 'object' ? conditionOf(token) : undefined;
  };
  const joined = (part: () => Condition | undefined, sign: string, isEach: boolean): Condition | undefined => {
    const parts = [part()];
    while (isNext(sign)) parts.push(part());
    const sound = parts.filter((each) => each !== undefined);
    if (sound.length < parts.length) return undefined;
    return (document) => (isEach ? sound.every((each) => each(document)) : sound.some((each) => each(document)));
  };
  const allOf = (): Condition | undefined => joined(single, '&&', true);
  const anyOf = (): Condition | undefined => joined(allOf, '||', false);
  return (): Condition | undefined => {
    const whole = anyOf();
    return next === tokens.length ? whole : undefined;
  };
};

/**
 * A pattern in braces (Amazon CloudWatch Logs, "Filter pattern syntax for metric filters", JSON log events); `undefined` for one that
 * CloudWatch refuses, or that asks in a way that is not known here.
 */
export const fieldPatternOf = (pattern: string): FieldPattern | undefined => {
  const [, expression] = /^\s*\{(.*)\}\s*$/s.exec(pattern) ?? [];
  const tokens = expression === undefined ? undefined : tokensOf(expression);
  const condition = tokens && readerOf(tokens)();
  if (condition === undefined) return undefined;
  return (line) => {
    const document = line.startsWith('{') ? parseJson(line) : undefined;
    return document !== undefined && condition(document);
  };
};
