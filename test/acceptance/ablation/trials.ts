import * as z from 'zod/mini';
import { Scenario } from '../scenario.ts';

/** One question about a scenario: as it stands, with all its faults cured, or with all but one. */
export interface Trial {
  readonly scenario: Scenario;
  readonly cured: 'nothing' | 'everything' | { readonly allBut: string };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The same object with this value there; objects on the way are made where they are missing. */
const withValue = (at: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown => {
  const own = isObject(at) ? at : {};
  return { ...own, [key]: rest.length === 0 ? value : withValue(own[key], rest, value) };
};

/** The scenario with these faults cured, and expected to be allowed where none is left. Throws for a path without cure. */
const cured = (scenario: Scenario, paths: readonly string[]): Scenario => {
  const missing = paths.filter((path) => !(path in scenario.cure));
  if (missing.length > 0) throw new RangeError(`${scenario.id} names no cure of ${missing.join(', ')}`);
  const changed = paths.reduce<unknown>((all, path) => withValue(all, path.split('.'), scenario.cure[path]), scenario);
  return z.parse(Scenario, changed);
};

/** What has to be asked to know for what a held message is held; of what is not held, or names no fact, itself alone. */
export const trialsOf = (scenario: Scenario, isAblated: boolean): readonly Trial[] => {
  const asItStands: Trial = { scenario, cured: 'nothing' };
  const { turnsOn } = scenario;
  if (!isAblated || turnsOn.length === 0) return [asItStands];
  const one = (allBut: string): Trial => ({
    scenario: cured(
      scenario,
      turnsOn.filter((path) => path !== allBut),
    ),
    cured: { allBut },
  });
  return [
    asItStands,
    { scenario: cured(scenario, turnsOn), cured: 'everything' },
    ...(turnsOn.length > 1 ? turnsOn.map(one) : []),
  ];
};
