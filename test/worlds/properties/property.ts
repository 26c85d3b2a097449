import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { World } from '../../oracle/world.ts';
import { type Built, build, verdictOf } from '../ledger.ts';
import { worldOf } from '../making/generate.ts';

/** What a property says of two worlds that differ in one respect. */
export interface Compared {
  readonly before: Given;
  /** The same world with the one thing more, later, or in another order. */
  readonly after: World;
  /** What was done to it, for the story. */
  readonly change: string;
}

/** What a property found at a seed. `excluded`: an exception of the property applies, by its name. */
export type Found =
  | { readonly found: 'held' }
  | { readonly found: 'excluded'; readonly why: string }
  | { readonly found: 'broken'; readonly says: string; readonly worlds: readonly World[] };

/** The world of a seed, which is built and judged once for all that begins with it. */
export interface Given {
  readonly world: World;
  readonly built: () => Promise<Built>;
  readonly verdict: () => Promise<StoredVerdict>;
}

export const givenAt = (seed: number): Given => givenOf(worldOf(seed));

/** A world, which is built and judged once. */
export const givenOf = (world: World): Given => {
  let asked: Promise<Built> | undefined;
  let judged: Promise<StoredVerdict> | undefined;
  const built = (): Promise<Built> => {
    asked ??= build(world);
    return asked;
  };
  const verdict = (): Promise<StoredVerdict> => {
    judged ??= built().then(({ verdictAt }) => verdictAt(Date.parse(world.at)));
    return judged;
  };
  return { world, built, verdict };
};

/** A sentence about whole worlds, tried at one seed; `given`: its world, where it is there already. */
export interface Property {
  readonly name: string;
  readonly says: string;
  readonly tryAt: (seed: number, given?: Given) => Promise<Found>;
}

export const HELD: Found = { found: 'held' };
export const excluded = (why: string): Found => ({ found: 'excluded', why });

const SEVERITY: readonly StoredVerdict['outcome'][] = ['allow', 'defer', 'review', 'refuse'];
const severityOf = ({ outcome }: Pick<StoredVerdict, 'outcome'>): number => SEVERITY.indexOf(outcome);

/** True when the second verdict lets more through: a milder outcome, or an earlier first lawful instant. */
export const isMilder = (before: StoredVerdict, after: StoredVerdict): boolean => {
  if (severityOf(after) !== severityOf(before)) return severityOf(after) < severityOf(before);
  const { notBefore } = before;
  return notBefore !== undefined && after.notBefore !== undefined && after.notBefore < notBefore;
};

/** The verdict in a few words: outcome, codes, and from when on. */
export const inWords = ({ outcome, reasons, notBefore }: StoredVerdict): string =>
  `${outcome} ${reasons.map(({ code }) => code).join(' ')}${notBefore === undefined ? '' : ` from ${notBefore} on`}`;

/** Builds both worlds, and finds whether the second lets more through. */
export const compareMilder = async (compared: Compared | undefined): Promise<Found> => {
  if (compared === undefined) return excluded('nothing of the kind fits the world');
  const { before, after, change } = compared;
  const [was, is] = [await before.verdict(), await verdictOf(after)];
  if (!isMilder(was, is)) return HELD;
  const worlds = [before.world, after];
  return { found: 'broken', says: `${change}: ${inWords(was)} became ${inWords(is)}`, worlds };
};
