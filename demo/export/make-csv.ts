import { SITUATIONS } from '../situations/all.ts';
import type { Line, Situation } from '../situations/situation.ts';
import { type Cells, COLUMNS } from './columns.ts';
import { aPerson, mailAddressOf, mobileOf, type Person } from './people.ts';
import { type Random, seededRandom } from './random.ts';

const SEED = 20_261_124;

/** What Brevo adds to every contact; no fact is read from these. */
const brevoCells = (random: Random, person: Person, cells: Cells, key: number): Cells => ({
  PRENOM: person.firstName,
  NOM: person.lastName,
  EXT_ID: `MV-${key}`,
  EMAIL_MARKETING: cells.OPPOSITION_SCOPE === undefined ? 'Subscribed' : 'Unsubscribed',
  SMS_MARKETING: 'Subscribed',
  ADDED_TIME: `${random.int(12, 28)}-0${random.int(1, 9)}-${random.int(2021, 2025)} 09:${random.int(10, 59)}:00`,
  MODIFIED_TIME: `${random.int(10, 23)}-11-2026 10:${random.int(10, 59)}:00`,
});

const addressCells = (random: Random, person: Person, line: Line, key: number): Cells => ({
  ...(line.addresses === 'phone' ? {} : { EMAIL: (line.address ?? mailAddressOf)(random, person) }),
  ...(line.addresses === 'email' ? {} : { SMS: mobileOf(random, line.numberFrom ?? 'france', key) }),
});

const quoted = (cell: string): string => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const written = (cells: Cells, situation: Situation, line: Line): string => {
  const [one, two, three, sms] = line.expected;
  const judged = {
    expected_1: one,
    expected_2: two,
    expected_3: three,
    expected_sms: sms,
    row: situation.row,
    situation: situation.name,
  };
  const all: Partial<Record<(typeof COLUMNS)[number], string>> = { ...cells, ...judged };
  return COLUMNS.filter((column) => column !== line.drops)
    .map((column) => quoted(all[column] ?? ''))
    .join(';');
};

/** The lines of one human: several where the situation is about two addresses of one person. */
const linesOf = (random: Random, situation: Situation, number: number): string[] => {
  const person = aPerson(random, number);
  const link: Cells = situation.lines.length > 1 ? { PERSON_REF: `C-${number}` } : {};
  return situation.lines.map((line, position) => {
    const key = number * 2 + position;
    const holder = { ...person, number: key };
    const cells = line.cells(random, person);
    const merged: Cells = { ...addressCells(random, holder, line, key), ...link, ...cells };
    return written({ ...brevoCells(random, person, cells, key), ...merged }, situation, line);
  });
};

const shuffled = <T>(random: Random, list: readonly T[]): T[] => {
  const copy = [...list];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = random.int(0, last);
    const [a, b] = [copy[last], copy[other]];
    if (a !== undefined && b !== undefined) [copy[last], copy[other]] = [b, a];
  }
  return copy;
};

/** The whole file: the same bytes on every machine. Situations are mixed, as in a real export. */
export const makeCsv = (): string => {
  const random = seededRandom(SEED);
  const humans = shuffled(
    random,
    SITUATIONS.flatMap((situation) => Array.from({ length: situation.count }, () => situation)),
  );
  const lines = humans.flatMap((situation, index) => linesOf(random, situation, 1001 + index));
  return `\uFEFF${COLUMNS.join(';')}\r\n${lines.map((line) => `${line}\r\n`).join('')}`;
};
