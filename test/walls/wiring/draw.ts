import type { StackTemplate } from '#local/template/assembly.ts';
import { modelOf } from '#local/template/model.ts';
import { OPTIONS } from './judge.ts';
import { type Mutant, mutantsOf, withMutant } from './mutants.ts';

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** What a template comes to once every expression is worked out; `undefined` where that fails. */
const meaningOf = (stacks: readonly StackTemplate[]): string | undefined => {
  try {
    const { resources, outputs } = modelOf(stacks, OPTIONS);
    return JSON.stringify([resources, [...outputs]]);
  } catch {
    return undefined;
  }
};

/**
 * So many mutants, drawn by a seed: one of each type of resource in turn, and of the type one operator, and of its mutants one.
 * One that comes to the same template as before is no mutant: another is drawn for it.
 */
export const drawn = (stacks: readonly StackTemplate[], seed: number, count: number): readonly Mutant[] => {
  const random = randomOf(seed);
  const clean = meaningOf(stacks);
  const anyOf = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  const strata = [...Map.groupBy(mutantsOf(stacks), ({ type }) => type).values()].map((all) => [...all]);
  const taken: Mutant[] = [];
  for (let turn = 0; taken.length < count && strata.some(({ length }) => length > 0); turn += 1) {
    const stratum = strata[turn % strata.length] ?? [];
    const operator = anyOf([...new Set(stratum.map((mutant) => mutant.operator))]);
    const mutant = anyOf(stratum.filter((one) => one.operator === operator));
    if (mutant === undefined) continue;
    stratum.splice(stratum.indexOf(mutant), 1);
    if (meaningOf(withMutant(stacks, mutant)) !== clean) taken.push(mutant);
  }
  return taken;
};
