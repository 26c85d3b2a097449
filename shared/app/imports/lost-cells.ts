import type { CellsRow } from '#shared/domain/job/read-part.ts';
import type { Rejection } from '#shared/domain/job/rejection.ts';

/**
 * The cells of a row that hold something which cannot be read, each once, and where a fault of its form begins; one that a shorter row has not
 * holds nothing. Of a row that was within a quoted cell of another nobody knows whether it is one: its fault is named though no cell is lost.
 */
export const lostIn = (row: CellsRow): readonly Pick<Rejection, 'column' | 'code'>[] => {
  const { columns, bad = [], fault, isWithin } = row;
  const cells = bad
    .filter(({ code }) => code !== 'cell-missing')
    .map(({ index, code }) => ({ column: columns[index] ?? 1, code }));
  if (fault === undefined || (cells.length === 0 && !isWithin)) return cells;
  return [{ column: fault.column, code: fault.code }, ...cells.filter(({ column }) => column !== fault.column)];
};
