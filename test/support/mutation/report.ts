import type { Mutant } from './instrumented-law.ts';

/** How many mutants some test noticed, and which none did. */
export interface Score {
  readonly noticed: number;
  /** Noticed, of all that were tried; 1 where nothing was. */
  readonly share: number;
  readonly missed: readonly Mutant[];
}

/** The score of what was tried; by the id of a mutant, what noticed it (a file of tests, a made world, `late`), or `null`. */
export const scoreOf = (mutants: readonly Mutant[], found: Readonly<Record<string, string | null>>): Score => {
  const tried = mutants.filter(({ id }) => found[id] !== undefined);
  const missed = tried.filter(({ id }) => found[id] === null);
  const noticed = tried.length - missed.length;
  return { noticed, share: tried.length === 0 ? 1 : noticed / tried.length, missed };
};

/** `shared/law/fold/notes.ts:12: true`. */
export const lineOf = ({ where, replacement }: Mutant): string =>
  `${where}: ${replacement.replaceAll(/\s+/g, ' ').slice(0, 80)}`;

/** A line for each that no test noticed, and the score. */
export const reportOf = ({ noticed, share, missed }: Score, all: number): string => {
  const tried = noticed + missed.length;
  const lines = missed.map(lineOf);
  const score = `${tried} of ${all} mutants: ${(100 * share).toFixed(2)} %, ${noticed} noticed, ${missed.length} not`;
  return [...lines.toSorted(), score].join('\n');
};
