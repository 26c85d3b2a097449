import { parseArgs } from 'node:util';
import { BootFailure } from '#local/boot/boot-failure.ts';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  lines: { type: 'string' },
  stay: { type: 'boolean', default: false },
} as const;

const numberOf = (lines: string | undefined): number => {
  if (lines === undefined) return Number.MAX_SAFE_INTEGER;
  if (!/^[1-9]\d{0,14}$/.test(lines)) throw new Error(`--lines is a whole number, 1 or more, and not "${lines}".`);
  return Number(lines);
};

/**
 * The options of `npm run demo` and, with `stay`, of `npm start -- --demo`: all of the file, or its first `lines`; a table, or one object for programs. Throws
 * `BootFailure` for any other, such as a route of `npm start`: the demo sends by the usual ones, at an hour of its own; for one that is given twice, and for
 * `lines` that are no number of lines.
 */
export const demoArgumentsIn = (args: readonly string[]) => {
  try {
    const { values, tokens } = parseArgs({ args: [...args], options: OPTIONS, tokens: true });
    const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new Error(`--${twice} is given twice.`);
    return { ...values, lines: numberOf(values.lines) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BootFailure(`The demo takes --json, --lines N and --stay, and no other option of \`npm start\`: ${why}`);
  }
};
