import { shapeOf } from '../import/layouts.ts';
import { isAddressOf } from '../import/numbers.ts';
import { headingFaults, plainHeading } from './headings.ts';
import type { JobTask } from './job.ts';
import { oneColumn, type Wanted } from './read-part.ts';

/** What a job asks of its file. Of an import the columns that it needs must be there, and of ours no others; rows are kept as far as they can be read. */
export const wantedBy = (task: JobTask): Wanted => {
  if (task.kind === 'audience-list') return oneColumn(task.heading);
  const shape = shapeOf(task);
  return {
    keepsBad: true,
    isAddress: isAddressOf(task),
    find: (first) => {
      if (shape === undefined) return undefined;
      const { columns, bare } = shape;
      const cells = bare?.(first.map((cell) => cell.trim()));
      if (cells !== undefined) return { columns: cells, isRow: true };
      const headings = first.map(plainHeading);
      const refused = headingFaults(headings, shape);
      const found = columns.map((column) => {
        const known = column.headings.map(plainHeading).find((heading) => headings.includes(heading));
        return known === undefined ? -1 : headings.indexOf(known);
      });
      const lacks = columns.some(({ isNeeded }, index) => (isNeeded || index === 0) && found[index] === -1);
      if (refused.length > 0) return { refused };
      if (lacks) return undefined;
      const ignored = headings.flatMap((_, index) => (found.includes(index) ? [] : [index]));
      return { columns: found, ...(ignored.length > 0 && { ignored }) };
    },
  };
};
