/** Values kept by key up to a number of bytes; the longest unused go first. */
export interface BoundedCache<T> {
  get(key: string): T | undefined;
  /** Keeps and returns the value; one larger than the whole cache is not kept. */
  put(key: string, value: T, bytes: number): T;
}

export const boundedCache = <T>(maxBytes: number): BoundedCache<T> => {
  const kept = new Map<string, { readonly value: T; readonly bytes: number }>();
  let total = 0;
  const drop = (key: string): void => {
    total -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  return {
    get: (key) => {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      // A Map keeps the order of insertion: put back, it is the most recently used.
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    put: (key, value, bytes) => {
      drop(key);
      if (bytes > maxBytes) return value;
      kept.set(key, { value, bytes });
      total += bytes;
      for (const oldest of kept.keys()) {
        if (total <= maxBytes) break;
        drop(oldest);
      }
      return value;
    },
  };
};
