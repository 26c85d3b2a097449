import type { Cells } from '../export/columns.ts';
import type { NumberFrom, Person } from '../export/people.ts';
import type { Random } from '../export/random.ts';

/**
 * What must come out, for newsletters 1, 2, 3 and the SMS: an outcome, alone or with its primary code; `''` where the
 * contact has no address of that kind. Written by hand from the rulebook, never computed by it.
 */
export type Expected = readonly [one: string, two: string, three: string, sms: string];

/** One line of the file. */
export interface Line {
  readonly addresses: 'email' | 'phone' | 'both';
  readonly address?: (random: Random, person: Person) => string;
  readonly numberFrom?: NumberFrom;
  readonly cells: (random: Random, person: Person) => Cells;
  readonly expected: Expected;
  /** The cell that this line leaves out altogether, separator included. */
  readonly drops?: keyof Cells;
}

/** A kind of contact, with the row of the decision table that it represents, and how many are made. */
export interface Situation {
  readonly name: string;
  /** Row of the decision table (`docs/demo.md`), or the section that decides where no row does. */
  readonly row: string;
  readonly count: number;
  /** One line, or several addresses of one human. */
  readonly lines: readonly [Line, ...Line[]];
}

const pad = (number: number): string => String(number).padStart(2, '0');

/** An instant between two years, in French legal time, as a shop's database writes it. */
export const dateIn = (random: Random, from: number, to: number): string => {
  const month = random.int(1, 12);
  const offset = month >= 4 && month <= 10 ? '+02:00' : '+01:00';
  return `${random.int(from, to)}-${pad(month)}-${pad(random.int(1, 24))}T${pad(random.int(7, 22))}:${pad(random.int(0, 59))}:${pad(random.int(0, 59))}${offset}`;
};

/** An instant of this year before the demo's day (24 November 2026). */
export const recently = (random: Random): string =>
  `2026-${pad(random.int(4, 9))}-${pad(random.int(1, 28))}T${pad(random.int(7, 22))}:${pad(random.int(0, 59))}:00+02:00`;

/** An opposition that came by another way than our own messages. */
export const registered = (via: string, date: string, oppositionScope: string): Cells => ({
  OPPOSITION_VIA: via,
  OPPOSITION_DATE: date,
  OPPOSITION_SCOPE: oppositionScope,
});

/** A SHA-256 that represents a proof file; invented. */
export const aProof = (random: Random): string =>
  Array.from({ length: 64 }, () => random.int(0, 15).toString(16)).join('');

/** A kind of contact with one address. */
export const ofOne = (name: string, row: string, count: number, line: Line): Situation => ({
  name,
  row,
  count,
  lines: [line],
});
