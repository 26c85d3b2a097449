import type { Aval } from '#tools/start/aval.ts';

/**
 * The lines that these functions wrote, to look for what must not be in them. Throws where one of them wrote none: an empty log says nothing, and no
 * check of it could fail.
 */
export const linesOf = ({ logs }: Pick<Aval, 'logs'>, ...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => {
    const lines = logs(name).filter((line) => line.trim() !== '');
    if (lines.length === 0) throw new Error(`${name} wrote no line: nothing was looked at.`);
    return lines;
  });
