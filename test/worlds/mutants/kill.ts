import type { VetRequest } from '#shared/domain/message/vet.ts';
import { opinion } from '../../oracle/oracle.ts';
import type { Opinion } from '../../oracle/world.ts';
import { build } from '../ledger.ts';
import { worldOf } from '../making/generate.ts';
import type { Seeds } from '../run.ts';
import type { Law, MutatedLaw } from './mutated-law.ts';

/** A world ready to be asked about: what the law is asked, and what the second opinion says. */
interface Asked {
  readonly seed: number;
  readonly request: VetRequest;
  readonly theirs: Opinion;
}

const askedOf = async (seed: number): Promise<Asked> => {
  const world = worldOf(seed);
  return { seed, request: await (await build(world)).request(), theirs: opinion(world) };
};

const isSame = (one: Opinion, other: Opinion): boolean =>
  one.outcome === other.outcome && one.primary === other.primary;

/** A mutant that throws, or that loops until it is stopped, answers otherwise. */
const differsOn = (law: Law, { request, theirs }: Asked): boolean => {
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

/** What this file remembers of one request would outlive the mutant that made it. */
const REMEMBERS = 'shared/law/fold/rulebook.ts';

/** The worlds of some seeds, and by which of them each mutant is met. */
interface Part {
  readonly worlds: readonly Asked[];
  readonly meeting: ReadonlyMap<string, readonly Asked[]>;
}

/** Throws where the law as it is and the second opinion differ. */
const partOf = async (mutated: MutatedLaw, law: Law, { from, until }: Seeds): Promise<Part> => {
  const worlds: Asked[] = [];
  const meeting = new Map<string, Asked[]>();
  for (let seed = from; seed < until; seed++) {
    const asked = await askedOf(seed);
    if (differsOn(law, asked)) throw new Error(`the opinions differ on world ${seed}`);
    worlds.push(asked);
    for (const mutant of mutated.metBy(law, asked.request)) {
      const others = meeting.get(mutant);
      if (others === undefined) meeting.set(mutant, [asked]);
      else others.push(asked);
    }
  }
  return { worlds, meeting };
};

/**
 * Asks the law with each of these mutants about the worlds of some seeds, with the second opinion as the only judge.
 * Returns the seed at which each was found out; one that was not is left out.
 */
export const killAt = async (
  mutated: MutatedLaw,
  alive: readonly string[],
  seeds: Seeds,
): Promise<ReadonlyMap<string, number>> => {
  const onLoading = mutated.metOnLoading();
  const { worlds, meeting } = await partOf(mutated, mutated.lawWith(), seeds);
  const killed = new Map<string, number>();
  for (const mutant of alive) {
    const asked = onLoading.has(mutant) || mutant.startsWith(REMEMBERS) ? worlds : (meeting.get(mutant) ?? []);
    const changed = asked.length === 0 ? undefined : orThrown(() => mutated.lawWith(mutant));
    const found = changed === undefined ? asked[0] : asked.find((each) => differsOn(changed, each));
    if (found !== undefined) killed.set(mutant, found.seed);
  }
  return killed;
};
