import type { AddressKind } from '#shared/channels/record.ts';
import { electronicMailTo } from '../../message/channel.ts';
import { type Cell, type Cells, NOT_KNOWN } from '../cells.ts';
import type { ImportKind } from '../import.ts';
import type { Layout, RowShape } from '../layout.ts';
import { ownBeside } from './own.ts';

/** A cell that no file has: what follows from the export itself. */
export const said = (text: string): { readonly text: string; readonly column: number } => ({ text, column: 0 });

/** All mail to such an address: who left a tool's list opposed what the tool sends there. */
export const mailTo = (by: AddressKind) => said(electronicMailTo(by).join(' '));

/**
 * A tool's export: the shapes that are its own, by the headings of each kind of address. What it does not know itself (sales, evidence of
 * consents, acts) is read from our own columns, where whoever exports adds them.
 */
export const toolLayout = (
  addresses: Partial<Readonly<Record<AddressKind, readonly string[]>>>,
  shapes: Partial<Readonly<Record<ImportKind, (by: AddressKind, headings: readonly string[]) => RowShape | undefined>>>,
): Layout => ({
  shapeOf: (rows, by) => {
    const headings = addresses[by];
    if (headings === undefined) return undefined;
    const own = shapes[rows];
    return own === undefined ? ownBeside(rows, ...headings) : own(by, headings);
  },
});

const TRUE: ReadonlySet<string> = new Set(['true', '1', 'yes', 'oui', 'on', 'vrai']);

const FALSE: ReadonlySet<string> = new Set(['false', '0', 'no', 'non', 'off', 'faux', 'n', 'none', 'null', '[]', '-']);

/** A word of a column of oppositions: a yes, a no, or none that is known, which is taken for a yes (P2). */
export type Word = 'yes' | 'no' | 'unknown';
export const wordOf = (text: string | undefined): Word => {
  const word = text?.trim().toLowerCase() ?? '';
  if (word === '' || FALSE.has(word)) return 'no';
  return TRUE.has(word) ? 'yes' : 'unknown';
};

/** What a cell says. */
export const saidIn = (cells: Cells, name: string): Word => wordOf(cells[name]?.text);

/** True unless a cell says no. */
export const opposes = (cells: Cells, name: string): boolean => saidIn(cells, name) !== 'no';

/** The cells of an opposition, with the one whose word is not known where none says it in a known one. */
export const opposing = (cells: Cells, doubtful: Cell | undefined): Cells =>
  doubtful === undefined ? cells : { ...cells, [NOT_KNOWN]: doubtful };

/** The first of these cells whose word is not known, unless another one says yes. */
export const doubtIn = (cells: Cells, ...names: readonly string[]): Cell | undefined =>
  names.some((name) => saidIn(cells, name) === 'yes')
    ? undefined
    : names
        .map((name) => (saidIn(cells, name) === 'unknown' ? cells[name] : undefined))
        .find((cell) => cell !== undefined);

/** The row with a time that the tool writes in UTC, without saying so. */
export const inUtc = (cells: Cells, name: string): Cells => {
  const cell = cells[name];
  return cell !== undefined && /:\d\d$/.test(cell.text)
    ? { ...cells, [name]: { ...cell, text: `${cell.text}Z` } }
    : cells;
};
