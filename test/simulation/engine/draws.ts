import { type Random, randomOf } from '#test/worlds/random.ts';

/** The chances of one seed, split by purpose: what one purpose draws more shifts no draw of another. */
export type Draws = (purpose: string) => Random;

/** FNV-1a, 32 bits. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

export const drawsOf = (seed: number): Draws => {
  const made = new Map<string, Random>();
  return (purpose) => {
    const random = made.get(purpose) ?? randomOf(hashOf(`${seed}/${purpose}`));
    made.set(purpose, random);
    return random;
  };
};

/** Bytes that look random, for keys and nonces. */
export const bytesFrom =
  (random: Random) =>
  (size: number): Uint8Array =>
    Uint8Array.from({ length: size }, () => random.int(0, 255));
