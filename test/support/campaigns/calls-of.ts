/** Wraps the ports of a campaign's world, by their names. */
export type Wrap = <P extends object>(name: string, port: P) => P;

/** Every call of the named port goes through `instead`, which is given the call itself and what it was asked first. */
export const callsOf =
  (wanted: string, instead: (call: () => unknown, asked: unknown) => unknown): Wrap =>
  (name, port) =>
    name !== wanted
      ? port
      : new Proxy(port, {
          get: (target, property) => {
            const method = Reflect.get(target, property) as unknown;
            if (typeof method !== 'function') return method;
            return (...given: unknown[]) => instead(() => method.apply(target, given) as unknown, given[0]);
          },
        });
