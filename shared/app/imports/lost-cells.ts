import type { CellsRow } from '#shared/domain/job/read-part.ts';
import type { Rejection } from '#shared/domain/job/rejection.ts';

/** The cells of a row that hold something which cannot be read, and why; one that a shorter row has not holds nothing. */
export const lostIn = (row: CellsRow): readonly Pick<Rejection, 'column' | 'code'>[] => {
  const { columns, bad = [], fault } = row;
  const lost = bad.filter(({ code }) => fault !== undefined || code !== 'cell-missing');
  const [first] = lost;
  if (first === undefined) return [];
  const cells = lost.map(({ index }) => ({ column: columns[index] ?? 1, code: 'cell-not-read' as const }));
  return [...cells, fault ?? { column: columns[first.index] ?? 1, code: first.code }];
};
