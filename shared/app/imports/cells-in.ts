import type { Cell } from '#shared/domain/import/cells.ts';
import type { RowShape } from '#shared/domain/import/layout.ts';
import type { CellsRow } from '#shared/domain/job/read-part.ts';

/** The cells of a row that hold something, under our names. */
export const cellsIn = ({ cells, columns }: CellsRow, shape: RowShape): Readonly<Record<string, Cell>> =>
  Object.fromEntries(
    shape.columns.flatMap(({ name }, index) => {
      const text = cells[index] ?? '';
      return text === '' ? [] : [[name, { text, column: columns[index] ?? 0 }]];
    }),
  );
