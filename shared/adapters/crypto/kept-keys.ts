import { cacheOf } from '#shared/cache.ts';

/** Asks for a key by its name, or has the one that is kept. */
export type KeepKeys<T> = (name: string, ask: () => Promise<T>) => Promise<T>;

/**
 * Asks once for all who ask at the same time, and keeps what was found for `ms` of the clock `now`; nothing of a failure, or of what was
 * not there.
 */
export const keptKeys = <T>(keptFor: { readonly ms: number; readonly now: () => number }): KeepKeys<T> => {
  const kept = cacheOf<Promise<T>>({ most: 1_000, keptFor });
  return (name, ask) => {
    const found = kept.get(name);
    if (found !== undefined) return found;
    const asked = kept.put(name, ask());
    const drop = () => void (kept.get(name) === asked && kept.drop(name));
    asked.then((key) => key ?? drop(), drop);
    return asked;
  };
};
