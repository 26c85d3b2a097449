import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type Condition, conditionOf, type Term, updateOf, validationError } from './parse-expression.ts';

export type Image = Record<string, AttributeValue>;

/** An expression and what its placeholders stand for. */
export interface Placeholders {
  readonly ExpressionAttributeNames?: Record<string, string> | undefined;
  readonly ExpressionAttributeValues?: Record<string, AttributeValue> | undefined;
}

const nameIn = ({ ExpressionAttributeNames: names }: Placeholders, name: string): string => {
  if (!name.startsWith('#')) return name;
  const found = names?.[name];
  if (found === undefined) throw validationError(`An expression attribute name is not defined: ${name}`);
  return found;
};

const valueIn = ({ ExpressionAttributeValues: values }: Placeholders, name: string): AttributeValue => {
  const found = values?.[name];
  if (found === undefined) throw validationError(`An expression attribute value is not defined: ${name}`);
  return found;
};

const childOf = (value: AttributeValue | undefined, name: string): AttributeValue | undefined =>
  value?.M !== undefined && Object.hasOwn(value.M, name) ? value.M[name] : undefined;

const atPath = (image: Image | undefined, names: readonly string[], on: Placeholders): AttributeValue | undefined => {
  let value: AttributeValue | undefined = image === undefined ? undefined : { M: image };
  for (const name of names) value = childOf(value, nameIn(on, name));
  return value;
};

const number = (value: AttributeValue | undefined): number => {
  if (value?.N === undefined) throw validationError('An operand in the update expression has an incorrect data type');
  return Number(value.N);
};

const typeOf = (value: AttributeValue): string => Object.keys(value)[0] ?? '';

const operandIn = (term: Term, image: Image | undefined, on: Placeholders): AttributeValue | undefined => {
  if (term.kind === 'value') return valueIn(on, term.name);
  if (term.kind === 'path') return atPath(image, term.names, on);
  if (term.kind === 'sum')
    return {
      N: String(number(operandIn(term.left, image, on)) + term.sign * number(operandIn(term.right, image, on))),
    };
  const [first, second] = term.of.map((each) => operandIn(each, image, on));
  switch (term.name) {
    case 'attribute_exists':
      return { BOOL: first !== undefined };
    case 'attribute_not_exists':
      return { BOOL: first === undefined };
    case 'attribute_type':
      return { BOOL: first !== undefined && typeOf(first) === second?.S };
    case 'contains':
      return { BOOL: first?.L?.some((each) => isEqual(each, second)) ?? false };
    case 'begins_with':
      return { BOOL: first?.S?.startsWith(second?.S ?? '') ?? false };
    case 'if_not_exists':
      return first ?? second;
    case 'list_append':
      if (first?.L === undefined || second?.L === undefined) throw validationError('list_append takes lists');
      return { L: [...first.L, ...second.L] };
    default:
      throw validationError(`no function of ours: ${term.name}`);
  }
};

/** Half a pair: UTF-16 sorts these otherwise than their bytes in UTF-8 do. */
const PAIRED = /[\ud800-\udfff]/;

/** How texts are ordered: by their bytes. */
export const byBytes = (one: string, other: string): number => {
  if (one === other) return 0;
  if (PAIRED.test(one) || PAIRED.test(other)) return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return one < other ? -1 : 1;
};

/** As DynamoDB orders them: texts by their bytes, numbers by value; `undefined` where they cannot be compared. */
const orderOf = (left: AttributeValue | undefined, right: AttributeValue | undefined): number | undefined => {
  if (left?.S !== undefined && right?.S !== undefined) return byBytes(left.S, right.S);
  if (left?.N !== undefined && right?.N !== undefined) return Number(left.N) - Number(right.N);
  return undefined;
};

const isEqual = (left: AttributeValue | undefined, right: AttributeValue | undefined): boolean =>
  left !== undefined &&
  right !== undefined &&
  (left.S === undefined || right.S === undefined ? JSON.stringify(left) === JSON.stringify(right) : left.S === right.S);

const isOrdered = (how: string, order: number | undefined): boolean => {
  if (order === undefined) return false;
  return { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[how] ?? false;
};

const holds = (condition: Condition, image: Image | undefined, on: Placeholders): boolean => {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((each) => holds(each, image, on));
    case 'any':
      return condition.of.some((each) => holds(each, image, on));
    case 'holds':
      return operandIn(condition.term, image, on)?.BOOL === true;
    case 'among': {
      const of = operandIn(condition.of, image, on);
      return condition.values.some((each) => isEqual(of, operandIn(each, image, on)));
    }
    case 'between': {
      const [of, from, to] = [condition.of, condition.from, condition.to].map((each) => operandIn(each, image, on));
      return isOrdered('>=', orderOf(of, from)) && isOrdered('<=', orderOf(of, to));
    }
    default: {
      const [left, right] = [operandIn(condition.left, image, on), operandIn(condition.right, image, on)];
      if (condition.how === '=') return isEqual(left, right);
      if (condition.how === '<>') return !isEqual(left, right);
      return isOrdered(condition.how, orderOf(left, right));
    }
  }
};

/** Whether a condition holds of an item, or of none. */
export const isTrue = (expression: string | undefined, image: Image | undefined, on: Placeholders): boolean =>
  expression === undefined || holds(conditionOf(expression), image, on);

/** Changes an item that is nobody else's yet; what lies within it is copied before it is changed, and named in `own` from then on. */
const change = (
  image: Record<string, AttributeValue>,
  [first = '', ...rest]: readonly string[],
  to: AttributeValue | undefined,
  own: Set<object>,
): void => {
  if (rest.length > 0) {
    const inside = Object.hasOwn(image, first) ? image[first]?.M : undefined;
    if (inside === undefined) throw validationError('The document path provided in the update expression is invalid');
    const copy = own.has(inside) ? inside : { ...inside };
    own.add(copy);
    image[first] = { M: copy };
    change(copy, rest, to, own);
  } else if (to === undefined) delete image[first];
  else image[first] = to;
};

/** The item after an update; every operand is read of the item before it. */
export const updated = (expression: string, before: Image, on: Placeholders): Image => {
  const { set, remove } = updateOf(expression);
  const namesOf = (path: readonly string[]) => path.map((name) => nameIn(on, name));
  const after = { ...before };
  const own = new Set<object>();
  for (const { path, to } of set) {
    const value = operandIn(to, before, on);
    if (value === undefined) throw validationError('The expression refers to an attribute that does not exist');
    change(after, namesOf(path), value, own);
  }
  for (const path of remove) change(after, namesOf(path), undefined, own);
  return after;
};

interface Projecting {
  readonly ProjectionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined;
}

/** An item as far as it was asked for: attributes at its top, each by its own name or by another one. */
export const projected = (
  image: Image,
  { ProjectionExpression: asked, ExpressionAttributeNames: names = {} }: Projecting,
): Image => {
  if (asked === undefined) return image;
  const wanted = new Set(asked.split(',').map((name) => names[name.trim()] ?? name.trim()));
  return Object.fromEntries(Object.entries(image).filter(([name]) => wanted.has(name)));
};
