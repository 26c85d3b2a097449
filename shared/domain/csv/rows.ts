import { LONGEST_ROW } from './longest-row.ts';
import { holdsRow, type QuotedCell, type RowsWithin } from './rows-within.ts';
import type { Separator } from './separators.ts';

/** Why a row is none. */
type RowFault = 'row-too-long' | 'quote-not-closed' | 'text-after-quote';

/** A row of a file: its cells, or why it is none. */
export type Row = {
  /** The line on which it begins, from 1. */
  readonly line: number;
} & (
  | { readonly cells: readonly string[] }
  | {
      readonly fault: RowFault;
      /** The cell, from 0. */
      readonly cell: number;
      /** The cells that can be read: those before it, or all of a row that a quote took into a cell of one before. */
      readonly before: readonly string[];
      /** A quote took it into a cell of a row before. */
      readonly isWithin?: true;
    }
);

/** A text, and how it is read. */
interface Reading {
  readonly text: string;
  readonly separator: Separator;
  /** True where the text goes to the end of the file. */
  readonly isEnd: boolean;
  /** How rows show that an open quote took into a cell. Absent: whatever lies between quotes is one cell. */
  readonly within?: RowsWithin | undefined;
}

const QUOTE = '"';
const isLineEnd = (character: string | undefined): boolean => character === '\n' || character === '\r';

/** Where the line after this one begins. `undefined`: this one may go on after the text. */
const afterLine = ({ text, isEnd }: Reading, from: number): number | undefined => {
  let at = from;
  while (at < text.length && !isLineEnd(text[at])) at += 1;
  return afterLineEnd({ text, isEnd }, at);
};

const afterLineEnd = ({ text, isEnd }: Pick<Reading, 'text' | 'isEnd'>, at: number): number | undefined => {
  if (at >= text.length) return isEnd ? at : undefined;
  if (text[at] === '\n') return at + 1;
  // Of a carriage return at the very end nobody knows yet whether a line feed follows.
  if (at + 1 === text.length && !isEnd) return undefined;
  return text[at + 1] === '\n' ? at + 2 : at + 1;
};

/** Where the next row begins, after a cell that ends here. `undefined`: its row does not end here, or may go on after the text. */
const afterRow = (reading: Reading, at: number): number | undefined =>
  at < reading.text.length && !isLineEnd(reading.text[at]) ? undefined : afterLineEnd(reading, at);

const lineEndsIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** A cell that begins with a quote: its text with the quotes in it undone, and where it ends. */
const quotedCell = (text: string, from: number) => {
  let value = '';
  let start = from + 1;
  for (;;) {
    const closing = text.indexOf(QUOTE, start);
    if (closing < 0 || closing - from > LONGEST_ROW) return undefined;
    value += text.slice(start, closing);
    if (text[closing + 1] !== QUOTE) return { value, to: closing + 1 };
    value += QUOTE;
    start = closing + 2;
  }
};

const plainCell = ({ text, separator }: Reading, from: number) => {
  let to = from;
  while (to < text.length && text[to] !== separator && !isLineEnd(text[to])) to += 1;
  return { value: text.slice(from, to), to };
};

/** What is at a position: a row, and where the next one begins. */
interface Found {
  readonly to: number;
  readonly is:
    | { readonly cells: readonly string[] }
    | { readonly fault: RowFault; readonly cell: number; readonly before: readonly string[]; readonly isWithin?: true };
  /** The line goes on after the text: what follows of it is none of the next row's. */
  readonly goesOn?: true;
  /** Up to here rows are of a quoted cell that took them into it. */
  readonly within?: number;
}

/** The end of a text that ends within a line; a carriage return there is left for what follows. */
const cutEnd = (text: string): number => (text.endsWith('\r') ? text.length - 1 : text.length);

/** A row that is none: what follows its first line is read again. */
const refused = (reading: Reading, at: number, fault: RowFault, before: readonly string[]): Found => {
  const to = afterLine(reading, at);
  const is = { fault, cell: before.length, before };
  return to === undefined ? { to: cutEnd(reading.text), is, goesOn: true } : { to, is };
};

/** True of a text that ends so soon after a row began that what is missing may still make it a row. */
const mayGoOn = ({ text, isEnd }: Reading, from: number): boolean =>
  // One more: a carriage return at the end of the text belongs to no cell.
  !isEnd && text.length - from <= LONGEST_ROW + 1;

/** The row that begins here, its quotes as they are. `undefined`: it does not end in this text, and may be one. `quoted`: takes its cells of several lines. */
const rowAsWritten = (reading: Reading, from: number, quoted: QuotedCell[]): Found | undefined => {
  const { text, separator, isEnd } = reading;
  const before: string[] = [];
  const unlessItGoesOn = (fault: RowFault) =>
    mayGoOn(reading, from) ? undefined : refused(reading, from, fault, before);
  for (let at = from; ; ) {
    const isQuoted = text[at] === QUOTE;
    const cell = isQuoted ? quotedCell(text, at) : plainCell(reading, at);
    if (cell === undefined) return unlessItGoesOn('quote-not-closed');
    const { value, to } = cell;
    if (isQuoted && lineEndsIn(value) > 0) quoted.push({ value, to, before: [...before] });
    if (to - from > LONGEST_ROW) return refused(reading, from, 'row-too-long', before);
    // At the end of the text nobody knows what follows: another quote, a separator, the end of the row.
    if (to >= text.length && !isEnd) return undefined;
    if (text[to] !== separator) {
      const next = afterRow(reading, to);
      return next === undefined ? unlessItGoesOn('text-after-quote') : { to: next, is: { cells: [...before, value] } };
    }
    before.push(value);
    at = to + 1;
  }
};

/** The row that begins here, without those that an open quote took into a cell. `undefined`: it does not end in this text, and may be one. */
const rowAt = (reading: Reading, from: number): Found | undefined => {
  const { text, separator, isEnd, within } = reading;
  const quoted: QuotedCell[] = [];
  const found = rowAsWritten(reading, from, quoted);
  if (found === undefined || within === undefined) return found;
  const width = 'cells' in found.is ? found.is.cells.length : undefined;
  const open = quoted.find((each) => holdsRow(each, { separator, within, width }));
  if (open === undefined) return found;
  // Each row that begins in it is read to its end in this text, since a part that begins later knows nothing of it.
  if (!isEnd && text.length - open.to <= LONGEST_ROW + 1) return undefined;
  return { ...refused(reading, from, 'quote-not-closed', open.before), within: open.to };
};

/** A row that a quote took into a cell: one of its cells may end with that quote. */
const withinQuote = (cells: readonly string[]) => {
  const fault: RowFault = 'quote-not-closed';
  return { fault, cell: 0, before: cells.map((cell) => cell.replace(/"$/, '')), isWithin: true as const };
};

/** Rows, and where one goes on. */
interface Read {
  readonly rows: readonly Row[];
  /** Position after them. */
  readonly to: number;
  /** The line there. */
  readonly line: number;
  /** The position is within a line that was refused. */
  readonly goesOn: boolean;
}

/**
 * The rows of a text, `most` of them (RFC 4180, with any of its line ends). A quote has a meaning at the beginning of a cell
 * alone. What is no row is refused by itself, and the line after its first is read as a row again; a row that a quote took into a cell is
 * read so, and is doubtful. Ends before a row that does not end
 * in the text, unless the text goes to the end of the file. Blank lines are passed over, and counted.
 */
export const readRows = (
  reading: Reading & { readonly line: number; readonly goesOn: boolean; readonly most: number },
): Read => {
  const { text, most } = reading;
  const rows: Row[] = [];
  let { line, goesOn } = reading;
  let to = 0;
  let within = 0;
  const pass = (next: number): void => {
    line += lineEndsIn(text.slice(to, next));
    to = next;
  };
  if (goesOn) {
    const next = afterLine(reading, 0);
    goesOn = next === undefined;
    pass(next ?? cutEnd(text));
  }
  while (to < text.length && (rows.length < most || to < within) && !goesOn) {
    const found = rowAt(reading, to);
    if (found === undefined) break;
    const isBlank = text.slice(to, found.to).trim() === '' && 'cells' in found.is && found.is.cells.length === 1;
    const is = to < within && 'cells' in found.is ? withinQuote(found.is.cells) : found.is;
    if (!isBlank) rows.push({ line, ...is });
    within = Math.max(within, found.within ?? 0);
    pass(found.to);
    goesOn = found.goesOn === true;
  }
  return { rows, to, line, goesOn };
};
