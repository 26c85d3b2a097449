import { isObject, type Json, listOf } from '../template/json.ts';

/** Operators of a condition that are understood here. */
const OPERATORS = ['exists', 'prefix', 'suffix', 'anything-but'];

/** The first condition of a pattern whose operator the local stack does not know; `undefined`: it knows all. */
export const unknownIn = (pattern: Json): Json | undefined => {
  if (Array.isArray(pattern)) {
    const unknown = (one: Json) => isObject(one) && !OPERATORS.some((operator) => operator in one);
    return pattern.find((one) => unknown(one as Json)) as Json | undefined;
  }
  if (!isObject(pattern)) return undefined;
  for (const [key, wanted] of Object.entries(pattern)) {
    const inside = key === '$or' ? listOf(wanted).map(unknownIn) : [unknownIn(wanted as Json)];
    const found = inside.find((one) => one !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** One condition of a pattern's list: a value, or an operator as an object (`prefix`, `exists`, `anything-but`…). */
const conditionHolds = (condition: Json, value: Json | undefined): boolean => {
  if (!isObject(condition)) return listOf(value).includes(condition) || value === condition;
  if ('exists' in condition) return (value !== undefined) === condition.exists;
  // Of a list one value is enough.
  const texts = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
  if ('prefix' in condition) return texts.some((text) => text.startsWith(String(condition.prefix)));
  if ('suffix' in condition) return texts.some((text) => text.endsWith(String(condition.suffix)));
  if ('anything-but' in condition)
    return value !== undefined && !listOf(condition['anything-but']).includes(value as string);
  throw new Error(`The filter ${JSON.stringify(condition)} is not known to the local stack`);
};

/** True when an event satisfies a pattern of EventBridge's language, as event source filters use it. */
export const matchesEventPattern = (pattern: Json, event: Json | undefined): boolean => {
  if (!isObject(pattern)) return false;
  return Object.entries(pattern).every(([key, wanted]) => {
    if (key === '$or') return listOf(wanted).some((alternative) => matchesEventPattern(alternative, event));
    const value = isObject(event) ? event[key] : undefined;
    return Array.isArray(wanted)
      ? wanted.some((condition) => conditionHolds(condition as Json, value))
      : matchesEventPattern(wanted as Json, value);
  });
};
