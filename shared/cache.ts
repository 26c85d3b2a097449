/** Values that one process keeps by key. */
export interface Cache<T> {
  get(key: string): T | undefined;
  /** Keeps and returns the value; `size` is 1 unless given. One larger than the whole cache is returned, not kept. */
  put(key: string, value: T, size?: number): T;
  drop(key: string): void;
}

/** What bounds a cache. */
interface Limits {
  /** The most it holds, in the unit of `size`; the values that were not asked for the longest go first. */
  readonly most: number;
  /** How long a value is kept, in milliseconds of the clock `now`; absent: as long as there is room. */
  readonly keptFor?: { readonly ms: number; readonly now: () => number };
}

interface Entry<T> {
  readonly value: T;
  readonly size: number;
  readonly putAt: number;
}

/**
 * The one cache of this system, by hand because the kept libraries weigh more than what they do here
 * (docs/decisions/0017). A clock that was set back makes a value too old as well.
 */
export const cacheOf = <T>({ most, keptFor }: Limits): Cache<T> => {
  // A Map keeps the order of insertion: put back, an entry is the most recently used.
  const kept = new Map<string, Entry<T>>();
  let total = 0;
  const drop = (key: string): void => {
    total -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  const isFresh = ({ putAt }: Entry<T>): boolean => {
    const age = keptFor === undefined ? 0 : keptFor.now() - putAt;
    return age >= 0 && (keptFor === undefined || age < keptFor.ms);
  };
  return {
    drop,
    get: (key) => {
      const found = kept.get(key);
      if (found === undefined || !isFresh(found)) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    put: (key, value, size = 1) => {
      drop(key);
      if (size > most) return value;
      kept.set(key, { value, size, putAt: keptFor?.now() ?? 0 });
      total += size;
      for (const oldest of kept.keys()) {
        if (total <= most) break;
        drop(oldest);
      }
      return value;
    },
  };
};
