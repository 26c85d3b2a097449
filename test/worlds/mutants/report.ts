import type { Mutant } from '#test/support/mutation/instrumented-law.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Mutants by file, the most frequent first. */
const byFile = (mutants: readonly Mutant[]): readonly string[] =>
  [...Map.groupBy(mutants, ({ where }) => where.replace(/:\d+$/, ''))]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([file, { length }]) => `${String(length).padStart(6)}  ${file}`);
const oneByOne = (mutants: readonly Mutant[]): readonly string[] =>
  mutants.map(({ where, replacement }) => `        ${where}: ${replacement.replaceAll(/\s+/g, ' ').slice(0, 80)}`);

/** What came of the mutants. */
interface Tried {
  /** The world that noticed each, with the second opinion as judge. */
  readonly killed: Readonly<Record<string, number>>;
  /** Of the others, those that change an answer on a request drawn at random. */
  readonly changed: ReadonlySet<string>;
  /** Those that a world or a drawn request came by. */
  readonly met: ReadonlySet<string>;
}

/**
 * What the second opinion noticed alone. A mutant can change an outcome or a first code where it does so on any world that was
 * tried, or on a request drawn at random; of those, the share that the first `count` worlds notice. The rest changes nothing on
 * anything that was tried, or is never come by.
 */
export const reportOf = (
  mutants: readonly Mutant[],
  { killed, changed, met }: Tried,
  count: number,
): { readonly share: number; readonly text: string } => {
  const seedOf = ({ id }: Mutant): number => killed[id] ?? Number.POSITIVE_INFINITY;
  const noticed = mutants.filter((mutant) => seedOf(mutant) <= count);
  const late = mutants.filter((mutant) => seedOf(mutant) > count && killed[mutant.id] !== undefined);
  const rest = mutants.filter(({ id }) => killed[id] === undefined);
  const missed = rest.filter(({ id }) => changed.has(id));
  const silent = rest.filter(({ id }) => !changed.has(id) && met.has(id));
  const unmet = rest.filter(({ id }) => !changed.has(id) && !met.has(id));
  const able = noticed.length + late.length + missed.length;
  const share = able === 0 ? 0 : noticed.length / able;
  const text = [
    `noticed by ${count} worlds: ${noticed.length} of ${able} that can change an outcome or a first code, ${percent(share)}`,
    `not noticed by them, but by more worlds: ${late.length}`,
    ...oneByOne(late),
    `not noticed by any world, but change an answer on a drawn request: ${missed.length}`,
    ...oneByOne(missed),
    `change nothing on any world or drawn request: ${silent.length}`,
    ...byFile(silent),
    `never come by: ${unmet.length}`,
    ...byFile(unmet),
  ].join('\n');
  return { share, text };
};
