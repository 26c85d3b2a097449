/** What the advertiser declares of a human, at whichever of their addresses (D1; art. 45 LIL, MIN-1: a known age). */

import type { Fields } from '../world.ts';

interface Act {
  readonly kind: string;
  readonly address: number;
  readonly recorded: number;
  readonly body: Fields;
}
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

/** Replays what was declared: what is said of the human at one address is known at all that are linked, and by a link at both, of two ages the younger. */
export const declaredAt = (address: number, acts: readonly Act[]): readonly Declared[] => {
  const known = new Map<number, Declared[]>();
  const personOf = new Map<number, unknown>();
  const at = (which: number): Declared[] => {
    const found = known.get(which) ?? [];
    known.set(which, found);
    return found;
  };
  const tell = (which: number, body: Fields, recorded: number): void => {
    if (Object.keys(body).length > 0) at(which).push({ recorded, body });
  };
  for (const { kind, address: own, recorded, body } of acts) {
    if (kind !== 'contact') continue;
    const { personRef } = body;
    tell(own, body, recorded);
    if (personRef === undefined) personOf.delete(own);
    const others = [...personOf].filter(([which, ref]) => ref === personRef && which !== own).map(([which]) => which);
    if (personRef === undefined) continue;
    if (personOf.get(own) !== personRef) {
      const told = together(others.map((which) => ofTheHuman(factsIn(at(which)))));
      const mine = factsIn(at(own));
      tell(own, { ...lacking(mine, told), ...(body.ageBand === undefined && younger(told, mine)) }, recorded);
    }
    personOf.set(own, personRef);
    for (const which of others) {
      const theirs = factsIn(at(which));
      const said = Object.entries(ofTheHuman(body)).filter(([name, value]) => !isSame(theirs[name], value));
      const known = ofTheHuman(factsIn(at(own)));
      tell(which, { ...lacking(theirs, known), ...younger(known, theirs), ...Object.fromEntries(said) }, recorded);
    }
  }
  return at(address);
};
