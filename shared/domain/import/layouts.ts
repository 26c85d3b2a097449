import type { ImportLayout, ImportTask } from './import.ts';
import type { Layout, RowShape } from './layout.ts';
import { OWN_LAYOUT } from './own-layout.ts';

/** Every layout that is read. */
const LAYOUTS: Readonly<Record<ImportLayout, Layout>> = {
  own: OWN_LAYOUT,
};

/** How the rows of an import are written. `undefined`: this export has no such rows, or not by this address. */
export const shapeOf = ({ layout, rows, by }: Pick<ImportTask, 'layout' | 'rows' | 'by'>): RowShape | undefined =>
  LAYOUTS[layout].by.includes(by) ? LAYOUTS[layout].shapeOf(rows, by) : undefined;
