import * as fc from 'fast-check';
import { address, date, hostileValue } from './hostile.ts';

/** One change of a value somewhere inside it. */
export interface Edit {
  /** Which of its places, counted from the outside. */
  readonly at: number;
  readonly how: 'replace' | 'append' | 'remove' | 'add' | 'repeat' | 'wrap';
  readonly value: unknown;
  readonly name: string;
}

const NAMES = ['__proto__', 'constructor', 'advertiserId', 'extra', 'é@fuite.example', '', 'toString', 'a'.repeat(300)];

/** Changes of an example, most often a few. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    at: fc.nat(60),
    how: fc.constantFrom(
      'replace' as const,
      'replace' as const,
      'append' as const,
      'append' as const,
      'remove' as const,
      'add' as const,
      'repeat' as const,
      'wrap' as const,
    ),
    value: hostileValue,
    name: fc.constantFrom(...NAMES),
  }),
  { maxLength: 4, size: 'max' },
);

type Path = readonly string[];

const placesOf = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, each]) => placesOf(each, [...path, name]))];
};

const withName = (value: object, name: string, changed: unknown): object => {
  const entries = Object.entries(value).filter(([each]) => each !== name);
  return Object.fromEntries([...entries, [name, changed]]);
};

const changedAt = (value: unknown, [first, ...rest]: Path, change: (found: unknown) => unknown): unknown => {
  if (first === undefined) return change(value);
  if (Array.isArray(value))
    return value.flatMap((each, index) => {
      if (String(index) !== first) return [each];
      const after = changedAt(each, rest, change);
      return after === undefined ? [] : [after];
    });
  if (typeof value !== 'object' || value === null) return value;
  const inside = Object.entries(value).find(([name]) => name === first)?.[1];
  const after = changedAt(inside, rest, change);
  if (after !== undefined) return withName(value, first, after);
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== first));
};

const changeOf =
  ({ how, value, name }: Edit) =>
  (found: unknown): unknown => {
    if (how === 'remove') return undefined;
    if (how === 'wrap') return [found];
    if (how === 'append' && typeof found === 'string' && typeof value === 'string') return `${found} ${value}`;
    if (how === 'add' && typeof found === 'object' && found !== null && !Array.isArray(found))
      return withName(found, name, value);
    if (how === 'repeat' && Array.isArray(found) && found.length > 0) return Array(60).fill(found).flat();
    if (how === 'repeat' && typeof found === 'string') return found.repeat(Math.ceil(2_000 / (found.length + 1)));
    return value;
  };

/** The value with these changes, one after another. */
export const edited = (value: unknown, changes: readonly Edit[]): unknown =>
  changes.reduce((whole: unknown, edit) => {
    const places = placesOf(whole).slice(1);
    const place = places[edit.at % Math.max(1, places.length)];
    return place === undefined ? whole : changedAt(whole, place, changeOf(edit));
  }, value);

/** Another person and other moments, so that an example is stored anew: who, when, of which advertiser. */
export interface Filling {
  readonly contact: object;
  readonly when: string | undefined;
  readonly advertiserId: string | undefined;
}

export const filling: fc.Arbitrary<Filling> = fc.record({
  contact: address,
  when: fc.option(date, { nil: undefined, freq: 1 }),
  advertiserId: fc.option(fc.constantFrom('maison-valmy-2', 'maison-valmy', 'nobody-here', '*', 'every-advertiser'), {
    nil: undefined,
    freq: 8,
  }),
});

const IS_WHEN = /At$|^until$|^from$/;

/** An example with these in their places. */
export const filled = (value: unknown, by: Filling): unknown => {
  if (Array.isArray(value)) return value.map((each) => filled(each, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      if (name === 'contact' && typeof each === 'object') return [name, by.contact];
      if (name === 'advertiserId' && by.advertiserId !== undefined) return [name, by.advertiserId];
      if (IS_WHEN.test(name) && typeof each === 'string' && by.when !== undefined) return [name, by.when];
      return [name, filled(each, by)];
    }),
  );
};
