/** A DynamoDB expression, parsed ("Condition and filter expressions, operators, and functions", "Update expressions"). */
export type Term =
  | { readonly kind: 'path'; readonly names: readonly string[] }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly Term[] }
  | { readonly kind: 'sum'; readonly left: Term; readonly right: Term; readonly sign: 1 | -1 };
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'holds'; readonly term: Term }
  | { readonly kind: 'compare'; readonly left: Term; readonly how: string; readonly right: Term }
  | { readonly kind: 'among'; readonly of: Term; readonly values: readonly Term[] }
  | { readonly kind: 'between'; readonly of: Term; readonly from: Term; readonly to: Term };
/** What DynamoDB answers to a request that it cannot read. */
export const validationError = (message: string): Error =>
  Object.assign(new Error(message), { name: 'ValidationException' });

export interface Update {
  readonly set: readonly { readonly path: readonly string[]; readonly to: Term }[];
  readonly remove: readonly (readonly string[])[];
}

const TOKEN = /\s*([:#]?[\w]+|<>|<=|>=|[=<>().,+-])/y;

/** The words of an expression. Throws for what no expression of ours has. */
const tokensOf = (text: string): readonly string[] => {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const [, token] = TOKEN.exec(text) ?? [];
    if (token === undefined) throw validationError(`no expression: ${text.slice(at)}`);
    tokens.push(token);
  }
  return tokens;
};

interface Reader {
  peek(): string | undefined;
  take(wanted?: string): string;
  is(word: string): boolean;
}

const readerOf = (text: string): Reader => {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = () => tokens[at];
  const take = (wanted?: string): string => {
    const token = tokens[at];
    if (token === undefined || (wanted !== undefined && token.toUpperCase() !== wanted))
      throw validationError(`no expression, ${wanted ?? 'a word'} expected: ${text}`);
    at += 1;
    return token;
  };
  return {
    peek,
    take,
    is: (word) => {
      if (peek()?.toUpperCase() !== word) return false;
      take();
      return true;
    },
  };
};

const pathFrom = (reader: Reader, first: string): readonly string[] => {
  const names = [first];
  while (reader.is('.')) names.push(reader.take());
  return names;
};

const argumentsOf = (reader: Reader): readonly Term[] => {
  const of: Term[] = [];
  do of.push(operandOf(reader));
  while (reader.is(','));
  reader.take(')');
  return of;
};

const operandOf = (reader: Reader): Term => {
  const name = reader.take();
  if (name.startsWith(':')) return { kind: 'value', name };
  if (reader.is('(')) return { kind: 'call', name, of: argumentsOf(reader) };
  return { kind: 'path', names: pathFrom(reader, name) };
};

const termOf = (reader: Reader): Term => {
  let left = operandOf(reader);
  for (let next = reader.peek(); next === '+' || next === '-'; next = reader.peek()) {
    reader.take();
    left = { kind: 'sum', left, right: operandOf(reader), sign: next === '+' ? 1 : -1 };
  }
  return left;
};

const COMPARES = new Set(['=', '<>', '<', '<=', '>', '>=']);

const comparisonOf = (reader: Reader): Condition => {
  if (reader.is('(')) {
    const inside = anyOf(reader);
    reader.take(')');
    return inside;
  }
  const left = operandOf(reader);
  if (reader.is('BETWEEN')) {
    const from = operandOf(reader);
    reader.take('AND');
    return { kind: 'between', of: left, from, to: operandOf(reader) };
  }
  if (reader.is('IN')) {
    reader.take('(');
    return { kind: 'among', of: left, values: argumentsOf(reader) };
  }
  const how = reader.peek();
  if (how === undefined || !COMPARES.has(how)) return { kind: 'holds', term: left };
  reader.take();
  return { kind: 'compare', left, how, right: operandOf(reader) };
};

const allOf = (reader: Reader): Condition => {
  const of = [comparisonOf(reader)];
  while (reader.is('AND')) of.push(comparisonOf(reader));
  return { kind: 'all', of };
};

const anyOf = (reader: Reader): Condition => {
  const of = [allOf(reader)];
  while (reader.is('OR')) of.push(allOf(reader));
  return { kind: 'any', of };
};

const once = <T>(parse: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? parse(text);
    known.set(text, found);
    return found;
  };
};

export const conditionOf = once((text: string): Condition => {
  const reader = readerOf(text);
  const condition = anyOf(reader);
  if (reader.peek() !== undefined) throw validationError(`no condition: ${text}`);
  return condition;
});

export const updateOf = once((text: string): Update => {
  const reader = readerOf(text);
  const set: { path: readonly string[]; to: Term }[] = [];
  const remove: (readonly string[])[] = [];
  while (reader.peek() !== undefined) {
    const isSet = reader.is('SET');
    if (!isSet) reader.take('REMOVE');
    do {
      const path = pathFrom(reader, reader.take());
      if (!isSet) remove.push(path);
      else {
        reader.take('=');
        set.push({ path, to: termOf(reader) });
      }
    } while (reader.is(','));
  }
  return { set, remove };
});
