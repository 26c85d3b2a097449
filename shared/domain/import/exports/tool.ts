import type { AddressKind } from '#shared/channels/record.ts';
import { electronicMailTo } from '../../message/channel.ts';
import type { Cells } from '../cells.ts';
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

/** True where a cell says yes. */
export const saysYes = (cells: Cells, name: string): boolean => TRUE.has(cells[name]?.text.toLowerCase() ?? '');

/** The row with a time that the tool writes in UTC, without saying so. */
export const inUtc = (cells: Cells, name: string): Cells => {
  const cell = cells[name];
  return cell !== undefined && /:\d\d$/.test(cell.text)
    ? { ...cells, [name]: { ...cell, text: `${cell.text}Z` } }
    : cells;
};
