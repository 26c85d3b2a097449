/** What the store reads by names that are data: ids of messages, of contacts. A new name there is a new entry. */
const BY_NAME = new Set(['entries', 'recipients']);

/** Every object in a stored item, by its path, but the item itself. */
export const objectsIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value !== 'object' || value === null
    ? []
    : [
        ...(Array.isArray(value) || path.length === 0 || BY_NAME.has(path.at(-1) ?? '') ? [] : [path]),
        ...Object.entries(value).flatMap(([name, each]) => objectsIn(each, [...path, name])),
      ];

/** A copy of an item in which the object at a path has one field more, which no version knows. */
export const withMoreAt = <T extends object>(item: T, path: readonly string[]): T => {
  const copy = structuredClone(item);
  const holder = path.reduce<object>((at, name) => Reflect.get(at, name), copy);
  Object.assign(holder, { ofTheNextVersion: { deep: ['new'] } });
  return copy;
};

/** What lies there is covered by a seal. */
export const isUnderSeal = (item: object, path: readonly string[]): boolean =>
  path.some((_, index) => 'seal' in path.slice(0, index + 1).reduce<object>((at, name) => Reflect.get(at, name), item));

/** An item as the next version might store it: a field more in it, and in each object of it that no seal covers. */
export const asTheNextVersion = <T extends object>(item: T): T =>
  [[], ...objectsIn(item)].filter((path) => !isUnderSeal(item, path)).reduce(withMoreAt, item);
