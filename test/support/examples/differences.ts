import { type FoundId, type Names, replaceIds } from '#tools/openapi/story/names.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** An instant of a running clock is at most this much later than in the example. */
const CLOCK_RUNS_MS = 30 * 60_000;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idsIn = (text: string, member: string): { readonly words: string; readonly ids: readonly FoundId[] } => {
  const ids: FoundId[] = [];
  const words = replaceIds(text, member, (found) => {
    ids.push(found);
    return `<${found.kind}>`;
  });
  return { words, ids };
};

const isLater = (expected: string, given: string): boolean => {
  const passed = Date.parse(given) - Date.parse(expected);
  return passed >= 0 && passed <= CLOCK_RUNS_MS;
};

/** Texts are alike when they say the same words around ids that stand for each other. */
const areAlike = (expected: string, given: string, member: string, names: Names): boolean => {
  if (INSTANT.test(expected) && INSTANT.test(given)) return isLater(expected, given);
  const [one, other] = [idsIn(expected, member), idsIn(given, member)];
  const bound = one.ids.map(({ id }, index) => names.bind(id, other.ids[index]?.id ?? ''));
  return one.words === other.words && !bound.includes(false);
};

/**
 * Where an answer differs from its example, one line each; empty: nowhere. Ids may differ when each means one id
 * everywhere, instants by what a clock runs; everything else is the same, member by member.
 */
export const differences = (expected: unknown, given: unknown, names: Names, at = ''): readonly string[] => {
  const member = at.split('/').findLast((part) => !/^\d*$/.test(part)) ?? '';
  if (Array.isArray(expected) && Array.isArray(given)) {
    if (expected.length !== given.length) return [`${at}: ${expected.length} items expected, ${given.length} given`];
    return expected.flatMap((each, index) => differences(each, given[index], names, `${at}/${index}`));
  }
  if (isObject(expected) && isObject(given)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(given)])];
    return keys.flatMap((key) => differences(expected[key], given[key], names, `${at}/${key}`));
  }
  const isSame =
    typeof expected === 'string' && typeof given === 'string'
      ? areAlike(expected, given, member, names)
      : expected === given;
  return isSame ? [] : [`${at}: ${JSON.stringify(expected)} expected, ${JSON.stringify(given)} given`];
};
