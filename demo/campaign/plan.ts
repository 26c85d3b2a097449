import type { DataColumn } from '../export/columns.ts';
import type { Row } from '../export/rows.ts';
import { type ContactOfRow, contactsOf, type FactRequest, factsOf } from './fact-requests.ts';

/** A line, or one address of it, that cannot be used: reported by line and column, never by its content. */
export interface InvalidCell {
  readonly line: number;
  readonly column: DataColumn | '(whole line)';
  readonly detail: string;
}

/** What the file became: the good addresses of each line, and what was not imported. */
export interface Imported {
  readonly contacts: ReadonlyMap<Row, readonly ContactOfRow[]>;
  readonly invalid: readonly InvalidCell[];
}

/** One fact to record at one address. */
export interface Call {
  readonly row: Row;
  readonly contact: ContactOfRow;
  readonly fact: FactRequest;
  /** Idempotency-Key. */
  readonly key: string;
}

/** A fault of a request: an RFC 6901 pointer into its body. */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

const phaseOf = ({ path }: FactRequest): 0 | 1 | 2 => {
  if (path === '/v1/contacts') return 0;
  return path === '/v1/oppositions' ? 1 : 2;
};

const callsOf = (row: Row): Call[] => {
  const { ofEach, registeredOnce } = factsOf(row.cells);
  const contacts = contactsOf(row.cells);
  const toCall = (contact: ContactOfRow, fact: FactRequest, index: number): Call => {
    return { row, contact, fact, key: `demo-${row.line}-${contact.kind}-${index}` };
  };
  const each = contacts.flatMap((contact) => ofEach.map((fact, index) => toCall(contact, fact, index)));
  const registered = contacts.slice(0, 1).flatMap((contact) => registeredOnce.map((fact) => toCall(contact, fact, 90)));
  return [...each, ...registered];
};

/**
 * Every call of the file in three phases: who people are and which addresses are one human's, oppositions, then sales
 * and consents. An opposition finds the person's other addresses linked, and no consent of the past lifts it.
 */
export const phasesOf = (rows: readonly Row[]): readonly (readonly Call[])[] => {
  const calls = rows.flatMap(callsOf);
  return [0, 1, 2].map((phase) => calls.filter(({ fact }) => phaseOf(fact) === phase));
};

/** The cell that a fault speaks of. */
export const invalidCell = ({ row, contact, fact }: Call, { pointer, detail }: Fault): InvalidCell => {
  const [, field = ''] = pointer.split('/');
  const ofAddress = contact.kind === 'email' ? 'EMAIL' : 'SMS';
  const column = field === 'contact' ? ofAddress : (fact.columnOf[field] ?? '(whole line)');
  return { line: row.line, column, detail };
};

const usableContacts = (row: Row, faults: readonly InvalidCell[]): readonly ContactOfRow[] => {
  const columns = faults.map(({ column }) => column);
  if (columns.some((column) => column !== 'EMAIL' && column !== 'SMS')) return [];
  return contactsOf(row.cells).filter(({ kind }) => !columns.includes(kind === 'email' ? 'EMAIL' : 'SMS'));
};

/** What can be written to: a fault of an address spoils that address, a fault of a fact spoils the line. */
export const imported = (rows: readonly Row[], found: readonly InvalidCell[]): Imported => {
  const unreadable = rows.flatMap(({ line, fault }): InvalidCell[] =>
    fault === undefined ? [] : [{ line, column: '(whole line)', detail: fault }],
  );
  const distinct = new Map([...unreadable, ...found].map((cell) => [`${cell.line} ${cell.column}`, cell]));
  const invalid = [...distinct.values()].sort((a, b) => a.line - b.line);
  const byLine = Map.groupBy(invalid, ({ line }) => line);
  return { contacts: new Map(rows.map((row) => [row, usableContacts(row, byLine.get(row.line) ?? [])])), invalid };
};
