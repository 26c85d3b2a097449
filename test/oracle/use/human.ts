/** What the advertiser declares of a human, at whichever of their addresses (D1; art. 45 LIL, MIN-1: a known age). */

import type { Fields } from '../world.ts';
import { type ActOfAddress, around, type Move, movesIn } from './moves.ts';

/** What was declared of one address, and when it came to be known there. */
export interface Declared {
  readonly recorded: number;
  readonly body: Fields;
}

/** An age, a parent's agreement, a residence, a language are of the human; a profession or how an address was collected is not. */
const OF_THE_HUMAN = ['ageBand', 'parentalConsent', 'country', 'zone', 'department', 'language'];
const AGES = ['under-15', '15-17', 'adult'];

const ofTheHuman = (facts: Fields): Fields =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => OF_THE_HUMAN.includes(name)));
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const lacking = (known: Fields, facts: Fields): Fields =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !(name in known)));

/** Everything declared so far: what a later declaration does not speak of stays as it was. */
export const factsIn = (declared: readonly Declared[]): Fields =>
  Object.assign({}, ...declared.map(({ body }) => body));

/** What several addresses say of one human: the youngest of their ages, and anything else on which they agree. */
const together = (all: readonly Fields[]): Fields => {
  const agreed = OF_THE_HUMAN.flatMap((name) => {
    const said = all.flatMap((facts) => (facts[name] === undefined ? [] : [facts[name]]));
    return said.length > 0 && said.every((one) => isSame(one, said[0])) ? [[name, said[0]] as const] : [];
  });
  const youngest = AGES.map((age) => all.find(({ ageBand }) => ageBand === age)).find(Boolean) ?? {};
  const { ageBand, parentalConsent } = youngest;
  return {
    ...Object.fromEntries(agreed),
    ...(ageBand === undefined ? {} : { ageBand }),
    ...(parentalConsent === undefined ? {} : { parentalConsent }),
  };
};

/** The age that one says, where it is younger than what the other says. */
const younger = (one: Fields, other: Fields): Fields => {
  const [age, theirs] = [one, other].map(({ ageBand }) => AGES.indexOf(String(ageBand)));
  return age !== undefined && theirs !== undefined && age >= 0 && age < theirs ? { ageBand: one.ageBand } : {};
};

/** What the person agreed to goes where their consents go (0138). */
const ofWhoAgreed = ({ agreedCall }: Fields): Fields => (agreedCall === undefined ? {} : { agreedCall });

/**
 * Replays what was declared: what is said of the human at one address is known at all of theirs, those that are linked and those before and after a
 * change; by a link or a change on both sides, of two ages the younger.
 */
export const declaredAt = (
  address: number,
  acts: readonly ActOfAddress[],
  followed: ReadonlyMap<number, readonly unknown[]>,
): readonly Declared[] => {
  const known = new Map<number, Declared[]>();
  const personOf = new Map<number, unknown>();
  const moves: Move[] = [];
  const at = (which: number): Declared[] => {
    const found = known.get(which) ?? [];
    known.set(which, found);
    return found;
  };
  const tell = (which: number, body: Fields, recorded: number): void => {
    if (Object.keys(body).length > 0) at(which).push({ recorded, body });
  };
  const everywhere = (own: number): readonly number[] => {
    const person = personOf.get(own);
    const members =
      person === undefined ? [own] : [...personOf].flatMap(([which, ref]) => (ref === person ? [which] : []));
    return [...new Set([own, ...members].flatMap((which) => around(which, moves)))];
  };
  /** Two groups of addresses turn out to be of one human: each learns what it lacks of the other. */
  const join = (mine: readonly number[], others: readonly number[], recorded: number, mayBeYounger: boolean): void => {
    const told = together(others.map((which) => ofTheHuman(factsIn(at(which)))));
    for (const which of mine) {
      const facts = factsIn(at(which));
      tell(which, { ...lacking(facts, told), ...(mayBeYounger && younger(told, facts)) }, recorded);
    }
  };
  for (const act of acts) {
    const { kind, address: own, recorded, body } = act;
    const [move] = movesIn([act]);
    if (move) {
      const [before, then] = [everywhere(move.from), everywhere(move.to)];
      if (!before.includes(move.to)) {
        join(then, before, recorded, true);
        join(before, then, recorded, true);
      }
      if ((followed.get(move.index) ?? []).length > 0)
        tell(move.to, lacking(factsIn(at(move.to)), ofWhoAgreed(factsIn(at(move.from)))), recorded);
      const person = personOf.get(move.to) ?? personOf.get(move.from);
      if (person !== undefined) for (const each of [move.from, move.to]) personOf.set(each, person);
      moves.push(move);
      continue;
    }
    if (kind !== 'contact') continue;
    const { personRef } = body;
    tell(own, body, recorded);
    const mine = around(own, moves);
    if (personRef !== undefined && personOf.get(own) !== personRef) {
      const linked = [...personOf].flatMap(([which, ref]) => (ref === personRef && which !== own ? [which] : []));
      const others = [...new Set(linked.flatMap((which) => around(which, moves)))].filter(
        (which) => !mine.includes(which),
      );
      join(mine, others, recorded, body.ageBand === undefined);
    }
    if (personRef !== undefined) personOf.set(own, personRef);
    for (const which of everywhere(own)) {
      if (which === own) continue;
      const theirs = factsIn(at(which));
      const said = Object.entries(ofTheHuman(body)).filter(([name, value]) => !isSame(theirs[name], value));
      const human = ofTheHuman(factsIn(at(own)));
      tell(which, { ...lacking(theirs, human), ...younger(human, theirs), ...Object.fromEntries(said) }, recorded);
    }
  }
  return at(address);
};
