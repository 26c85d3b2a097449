import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** Something that a style sheet says by a plain selector: `.x`, `#x`, `tag`, `tag.x`, lower-cased. */
interface BySelector {
  readonly selector: string;
}

/** True of a selector that is only names, classes and ids of one element. */
export const isPlain = (selector: string): boolean => /^[a-z0-9]*(?:[.#][\w-]+)*$/.test(selector) && selector !== '';

const partsOf = (selector: string): readonly string[] => [...new Set(selector.match(/[.#]?[\w-]+/g) ?? [])].sort();

/** What plain selectors can ask about an element. */
const namesOf = ({ tagName, attrs }: Tree.Element): ReadonlySet<string> => {
  const written = (name: string): string =>
    (attrs.find((attribute) => attribute.name === name)?.value ?? '').toLowerCase();
  const classes = written('class').split(/\s+/);
  return new Set([tagName, `#${written('id')}`, ...classes.map((each) => `.${each}`)]);
};

interface Filed<T> {
  readonly said: T;
  readonly parts: readonly string[];
  /** Its place in the sheets. */
  readonly at: number;
}

/** Each under the part of its selector that the fewest others have. */
const fileByRarestPart = <T>(all: readonly Filed<T>[]): ReadonlyMap<string, readonly Filed<T>[]> => {
  const counts = new Map<string, number>();
  for (const part of all.flatMap(({ parts }) => parts)) counts.set(part, (counts.get(part) ?? 0) + 1);
  const rarest = ({ parts }: Filed<T>): string =>
    parts.reduce((one, other) => ((counts.get(other) ?? 0) < (counts.get(one) ?? 0) ? other : one));
  return Map.groupBy(all, rarest);
};

/**
 * Finds what is said last, in the order of the sheets, of an element, by plain selectors; `undefined`: nothing is. An
 * element is compared with the few selectors that share its rarest name, so that the time for all elements grows as the
 * length of the mail, however many selectors there are.
 */
export const lastSaidOf = <T extends BySelector>(rules: readonly T[]): ((element: Tree.Element) => T | undefined) => {
  const once = new Map<string, Filed<T>>();
  for (const [at, said] of rules.entries()) {
    const parts = partsOf(said.selector);
    if (parts.length > 0) once.set(parts.join(' '), { said, parts, at });
  }
  const filed = fileByRarestPart([...once.values()]);
  if (filed.size === 0) return () => undefined;
  return (element) => {
    const names = namesOf(element);
    let last: Filed<T> | undefined;
    for (const name of names)
      for (const each of filed.get(name) ?? [])
        if (each.at > (last?.at ?? -1) && each.parts.every((part) => names.has(part))) last = each;
    return last?.said;
  };
};
