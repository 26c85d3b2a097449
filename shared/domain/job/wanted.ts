import { shapeOf } from '../import/layouts.ts';
import type { JobTask } from './job.ts';
import { oneColumn, plainHeading, type Wanted } from './read-part.ts';

/** What a job asks of its file. Of an import the column of the address must be there; rows are kept as far as they can be read. */
export const wantedBy = (task: JobTask): Wanted => {
  if (task.kind === 'audience-list') return oneColumn(task.heading);
  const shape = shapeOf(task);
  return {
    keepsBad: true,
    find: (first) => {
      if (shape === undefined) return undefined;
      const { columns, bare } = shape;
      if (bare?.begins(first)) return { columns: bare.cells, isRow: true };
      const headings = first.map(plainHeading);
      const found = columns.map((column) => {
        const known = column.headings.map(plainHeading).find((heading) => headings.includes(heading));
        return known === undefined ? -1 : headings.indexOf(known);
      });
      return found[0] === -1 ? undefined : { columns: found };
    },
  };
};
