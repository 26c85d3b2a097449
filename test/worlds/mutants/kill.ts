import type { VetRequest } from '#shared/domain/message/vet.ts';
import { opinion } from '../../oracle/oracle.ts';
import type { Opinion } from '../../oracle/world.ts';
import { build } from '../ledger.ts';
import { worldOf } from '../making/generate.ts';
import type { Seeds } from '../run.ts';
import type { Law, MutatedLaw } from './mutated-law.ts';

/** A world ready to be asked about: what the law is asked, what the second opinion says, and how many reasons it has. */
export interface Asked {
  readonly seed: number;
  readonly request: VetRequest;
  readonly theirs: Opinion;
  readonly reasons: number;
}

const isSame = (one: Opinion, other: Opinion): boolean =>
  one.outcome === other.outcome && one.primary === other.primary;

/** A mutant that throws, or that loops until it is stopped, answers otherwise. */
const differsOn = (law: Law, { request, theirs }: Pick<Asked, 'request' | 'theirs'>): boolean => {
  try {
    return !isSame(law(request), theirs);
  } catch {
    return true;
  }
};

const orThrown = (load: () => Law): Law | undefined => {
  try {
    return load();
  } catch {
    return undefined;
  }
};

/** The worlds of some seeds, by which of them each mutant is met, and the mutants of what is worked out once and kept. */
interface Part {
  readonly worlds: readonly Asked[];
  readonly meeting: ReadonlyMap<string, readonly Asked[]>;
  readonly kept: ReadonlySet<string>;
}

/** Where the law as it is and the second opinion differ (`npm run worlds -- --oracle` tells), a world judges no mutant: none. */
const askedOf = async (law: Law, seed: number): Promise<readonly Asked[]> => {
  const world = worldOf(seed);
  const request = await (await build(world)).request();
  const theirs = opinion(world);
  if (differsOn(law, { request, theirs })) return [];
  return [{ seed, request, theirs, reasons: law(request).reasons }];
};

/** Worlds that turn on one thing come first: there no second reason hides what changed. */
const byReasons = (worlds: readonly Asked[]): readonly Asked[] => worlds.toSorted((a, b) => a.reasons - b.reasons);

const partOf = (mutated: MutatedLaw, law: Law, worlds: readonly Asked[]): Part => {
  const sorted = byReasons(worlds);
  const meeting = new Map<string, Asked[]>();
  const kept = new Set<string>();
  for (const asked of sorted) {
    const met = mutated.metBy(law, asked.request);
    for (const mutant of met) {
      const others = meeting.get(mutant);
      if (others === undefined) meeting.set(mutant, [asked]);
      else others.push(asked);
    }
  }
  // What a law that was just loaded comes by, and one that was asked already does not, is worked out once.
  for (const asked of sorted.filter((_, index) => index % KEPT_EVERY === 0)) {
    const fresh = mutated.lawWith();
    const first = mutated.metBy(fresh, asked.request);
    const again = new Set(mutated.metBy(fresh, asked.request));
    for (const mutant of first) if (!again.has(mutant)) kept.add(mutant);
  }
  return { worlds: sorted, meeting, kept };
};

/** Which worlds tell what is worked out once: one of so many. */
const KEPT_EVERY = 10;

/** What this file remembers of one request would outlive the mutant that made it. */
const REMEMBERS = 'shared/law/fold/rulebook.ts';

const spread = <One>(list: readonly One[], most: number): readonly One[] => {
  if (list.length <= most) return list;
  // Half of those with the fewest reasons, half from all over.
  const first = list.slice(0, most / 2);
  const step = (list.length - first.length) / (most / 2);
  return [
    ...first,
    ...Array.from({ length: most / 2 }, (_, index) => list[first.length + Math.floor(index * step)]),
  ].filter((one) => one !== undefined);
};

/** What was found: by which of what was asked each mutant was found out, and which mutants anything came by. */
export interface Found {
  readonly killed: ReadonlyMap<string, number>;
  readonly met: ReadonlySet<string>;
}

/** Asks the law with each of these mutants, at most `most` of what comes by it; what was expected is the only judge. */
export const killBy = (
  mutated: MutatedLaw,
  alive: readonly string[],
  { law, asked: all }: { readonly law: Law; readonly asked: readonly Asked[] },
  most = Number.POSITIVE_INFINITY,
): Found => {
  const onLoading = mutated.metOnLoading();
  const { worlds, meeting, kept } = partOf(mutated, law, all);
  const killed = new Map<string, number>();
  const met = new Set<string>();
  for (const mutant of alive) {
    const isLoaded = onLoading.has(mutant) || mutant.startsWith(REMEMBERS) || kept.has(mutant);
    const asked = spread(isLoaded ? worlds : (meeting.get(mutant) ?? []), most);
    if (asked.length === 0) continue;
    met.add(mutant);
    const changed = isLoaded ? orThrown(() => mutated.lawWith(mutant)) : mutated.awakeIn(law, mutant);
    const found = changed === undefined ? asked[0] : asked.find((each) => differsOn(changed, each));
    if (found !== undefined) killed.set(mutant, found.seed);
  }
  return { killed, met };
};

/** The worlds of some seeds, with what the second opinion says of each. */
export const worldsAsked = async (law: Law, { from, until }: Seeds): Promise<readonly Asked[]> => {
  const worlds: Asked[] = [];
  for (let seed = from; seed < until; seed++) worlds.push(...(await askedOf(law, seed)));
  return worlds;
};

/**
 * Asks the law with each of these mutants about the worlds of some seeds, at most `most` of those that come by it, with the
 * second opinion as the only judge. Returns the seed at which each was found out; one that was not is left out.
 */
export const killAt = async (
  mutated: MutatedLaw,
  alive: readonly string[],
  seeds: Seeds,
  most?: number,
): Promise<ReadonlyMap<string, number>> => {
  const law = mutated.lawWith();
  return killBy(mutated, alive, { law, asked: await worldsAsked(law, seeds) }, most).killed;
};
