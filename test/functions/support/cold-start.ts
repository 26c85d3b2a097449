import { randomUUID } from 'node:crypto';

/** Like no other in this process, also where a test forgets the modules and this one begins again. */
let start = randomUUID();

/** From here on a function starts cold at its next call: it reads its environment, and makes its clients, again. */
export const startCold = (): void => {
  start = randomUUID();
};

/**
 * A function as it started last. Its own module alone is evaluated again: what it imports keeps no environment
 * (`functions/wiring/once.ts`), and evaluating all of it again for each test takes longer than the test.
 *
 * @param path the function, from functions/ on, without its extension: `workers/send-message`
 */
export const started = <M>(path: string): Promise<M> =>
  import(/* @vite-ignore */ `../../../functions/${path}.ts?start=${start}`) as Promise<M>;
