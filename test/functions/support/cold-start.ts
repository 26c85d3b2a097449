import { madeAnew } from './made-anew.ts';

/** What makes each function. */
const makers = new Map<string, Promise<() => object>>();
/** The functions that started since the last cold start. */
const running = new Map<string, Promise<object>>();

/** From here on a function starts cold at its next call: it reads its environment, and makes its clients, again. */
export const startCold = (): void => running.clear();

const makerOf = (path: string): Promise<() => object> => {
  const made = makers.get(path) ?? madeAnew(new URL(`../../../functions/${path}.ts`, import.meta.url));
  makers.set(path, made);
  return made;
};

/**
 * A function as it started last. Its own module alone is evaluated again: what it imports keeps no environment
 * (`functions/wiring/once.ts`), and evaluating all of it again for each test takes longer than the test.
 *
 * @param path the function, from functions/ on, without its extension: `workers/send-message`
 */
export const started = <M>(path: string): Promise<M> => {
  const known = running.get(path) ?? makerOf(path).then((make) => make());
  running.set(path, known);
  return known as Promise<M>;
};
