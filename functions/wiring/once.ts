/** Makes a port once per environment, that is once per process. */
export const once = <E extends object, T>(make: (env: E) => T): ((env: E) => T) => {
  const made = new WeakMap<E, { readonly port: T }>();
  return (env) => {
    const known = made.get(env) ?? { port: make(env) };
    made.set(env, known);
    return known.port;
  };
};
