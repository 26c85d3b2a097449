import { parseArgs } from 'node:util';
import { BootFailure } from '#local/boot/boot-failure.ts';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  lines: { type: 'string' },
  stay: { type: 'boolean', default: false },
} as const;

/**
 * The options of `npm run demo` and, with `stay`, of `npm start -- --demo`: all of the file, or its first `lines`; a table, or one object for programs. Throws
 * `BootFailure` for any other, such as a route of `npm start`: the demo sends by the usual ones, at an hour of its own.
 */
export const demoArgumentsIn = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BootFailure(`The demo takes --json and --lines N, and no other option of \`npm start\`: ${why}`);
  }
};
