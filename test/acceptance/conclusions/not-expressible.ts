import type { World } from '../world.ts';

/** No recorded fact stands for what the file says: told as such, and no other fact takes its place. */
export class NotExpressible extends Error {
  constructor(word: string, why: string) {
    super(`${word}: ${why}`);
  }
}

/** The world, with what the file decided in the place of a human. */
export const supplied = (world: World, what: string): World => ({ ...world, supplied: [...world.supplied, what] });
