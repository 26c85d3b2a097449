/** Changes of address, one after the other: which addresses are of one human, and which were corrected (rulebook D1; decisions 0071 and 0179). */

import type { Fields } from '../world.ts';

/** An act of a world, as far as a change of address asks for it. */
export interface ActOfAddress {
  readonly kind: string;
  readonly index: number;
  readonly address: number;
  readonly recorded: number;
  readonly body: Fields;
}

/** One change of address, as it was recorded. */
export interface Move {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly recorded: number;
  readonly byPerson: boolean;
}

/** The changes of address among these acts, in the order in which they were recorded. */
export const movesIn = (acts: readonly ActOfAddress[]): readonly Move[] =>
  acts.flatMap(({ kind, index, address, recorded, body }) =>
    kind === 'moved'
      ? [{ index, from: address, to: Number(body.to), recorded, byPerson: body.madeBy === 'person' }]
      : [],
  );

/** The addresses that somebody took after one, as far as the changes go. */
export const after = (address: number, moves: readonly Move[]): readonly number[] => reach(address, moves, false);
/** The addresses that came before or after one. */
export const around = (address: number, moves: readonly Move[]): readonly number[] => reach(address, moves, true);

const reach = (address: number, moves: readonly Move[], isBothWays: boolean): readonly number[] => {
  const found = new Set([address]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const { from, to } of moves) {
      if (found.has(from)) found.add(to);
      if (isBothWays && found.has(to)) found.add(from);
    }
  }
  return [...found];
};

/** Where something is in the order of a ledger to which it came by a change: after what was there, in the order of the former one. */
export const placeBy = (move: Pick<Move, 'index'>, place: number): number =>
  move.index + (place + 1) / (move.index + 2);

/** A correction of an address, as far as nothing took it back. */
export interface Correction {
  /** When the last one was recorded; undefined: none is left. */
  readonly at?: number;
  /** Each that was made, also those that were taken back since. */
  readonly made: readonly Move[];
}

/**
 * From where corrections led to an address, one after the other, and until when one had to begin there: what was corrected before somebody was
 * taken to read it was of somebody else. Corrections alone: a person's own change on the way leads elsewhere.
 */
const correctedFrom = (address: number, moves: readonly Move[]): ReadonlyMap<number, number> => {
  const led = new Map([[address, Number.POSITIVE_INFINITY]]);
  for (let isMore = true; isMore; ) {
    isMore = false;
    for (const { from, to, recorded, byPerson } of moves) {
      const until = led.get(to);
      if (byPerson || from === 0 || until === undefined || recorded >= until) continue;
      if (recorded <= (led.get(from) ?? Number.NEGATIVE_INFINITY)) continue;
      led.set(from, recorded);
      isMore = true;
    }
  }
  return led;
};

/**
 * GDPR 5(1)(d): what the advertiser corrected at address 0. A change back from the corrected address, or from one to which corrections led from
 * there, takes it back.
 */
export const correctionsOf = (moves: readonly Move[]): Correction => {
  const made: Move[] = [];
  const to = new Map<number, number>();
  let at: number | undefined;
  for (const [place, move] of moves.entries()) {
    if (move.from === 0 && !move.byPerson) {
      made.push(move);
      to.set(move.to, move.recorded);
      at = move.recorded;
    }
    if (move.to !== 0 || to.size === 0) continue;
    for (const [each, until] of correctedFrom(move.from, moves.slice(0, place)))
      if ((to.get(each) ?? until) < until) to.delete(each);
    if (to.size === 0) at = undefined;
  }
  return { made, ...(at === undefined ? {} : { at }) };
};

/** Every address of the human behind one, as far as these acts know it: of the same person, and before or after one of these (D1). */
export const addressesOfHuman = (address: number, acts: readonly ActOfAddress[]): readonly number[] => {
  const personOf = new Map<number, string>();
  const moves: Move[] = [];
  for (const act of acts) {
    if (act.kind === 'contact' && typeof act.body.personRef === 'string') personOf.set(act.address, act.body.personRef);
    const [move] = movesIn([act]);
    if (move === undefined) continue;
    const person = personOf.get(move.to) ?? personOf.get(move.from);
    if (person !== undefined) for (const each of [move.from, move.to]) personOf.set(each, person);
    moves.push(move);
  }
  const person = personOf.get(address);
  const linked = [...personOf].flatMap(([each, ref]) => (ref === person ? [each] : []));
  return [...new Set([address, ...linked].flatMap((each) => around(each, moves)))];
};
