import type { Mutant } from './mutated-law.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Mutants by file, the most frequent first. */
const byFile = (mutants: readonly Mutant[]): readonly string[] =>
  [...Map.groupBy(mutants, ({ where }) => where.replace(/:\d+$/, ''))]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([file, { length }]) => `${String(length).padStart(6)}  ${file}`);

/**
 * What the second opinion noticed alone. `killed`: the world that noticed each mutant. Of those that change an outcome or
 * a first code on any world that was tried, the share that the first `count` worlds notice; the rest changes nothing on any.
 */
export const reportOf = (
  mutants: readonly Mutant[],
  killed: Readonly<Record<string, number>>,
  count: number,
): { readonly share: number; readonly text: string } => {
  const seedOf = ({ id }: Mutant): number => killed[id] ?? Number.POSITIVE_INFINITY;
  const noticed = mutants.filter((mutant) => seedOf(mutant) <= count);
  const late = mutants.filter((mutant) => seedOf(mutant) > count && killed[mutant.id] !== undefined);
  const silent = mutants.filter(({ id }) => killed[id] === undefined);
  const able = noticed.length + late.length;
  const share = able === 0 ? 0 : noticed.length / able;
  const text = [
    `noticed by ${count} worlds: ${noticed.length} of ${able} that can change an outcome or a first code, ${percent(share)}`,
    `not noticed by them, but by more worlds: ${late.length}`,
    ...late.map(({ where, replacement }) => `        ${where}: ${replacement.replaceAll(/\s+/g, ' ').slice(0, 80)}`),
    `change nothing on any world: ${silent.length}`,
    ...byFile(silent),
  ].join('\n');
  return { share, text };
};
