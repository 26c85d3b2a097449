import { BootFailure } from '#local/boot/boot-failure.ts';
import { announce, writeEnvironment } from '#tools/start/announce.ts';
import { startAval } from '#tools/start/aval.ts';
import { untilAskedToStop } from '#tools/start/until-stopped.ts';
import { demoArgumentsIn } from './arguments.ts';
import { readRows } from './export/rows.ts';
import { progressOn } from './progress.ts';
import { runDemo } from './run.ts';
import { faultsOf } from './summary.ts';

/** A Tuesday, at an hour at which nothing but the recipient's own clock defers. */
const AT = '2026-11-24T11:00:00+01:00';

/** As a shell has it of what Ctrl-C ended. */
const INTERRUPTED = 130;
/** Said before anything is done; measured, see docs/demo.md. */
const HOW_LONG = 'All of it takes 2 to 10 minutes, and longer on a busy machine: it then says what is left.';

const demonstrate = async (isJson: boolean, lines: number, stays: boolean): Promise<number> => {
  const startedAt = performance.now();
  const asked = untilAskedToStop();
  process.stderr.write(`Starting the whole system on this machine. ${HOW_LONG}\n`);
  const options = { at: AT };
  const stack = await startAval(options);
  try {
    process.stderr.write(`The console answers at ${stack.consoleUrl}, and fills while the demo goes on.\n`);
    if (stays) {
      writeEnvironment(stack);
      announce(stack, options, process.stderr);
    }
    const rows = readRows().slice(0, lines);
    const progress = progressOn(process.stderr);
    const ran = runDemo(stack, rows, progress, startedAt, stays).finally(progress.end);
    // What is not done when it is to end fails with the system, and says nothing more.
    ran.catch(() => undefined);
    const outcome = await Promise.race([ran, asked]);
    if (outcome === undefined) return INTERRUPTED;
    const { summary, report } = outcome;
    const hasFaults = faultsOf(summary).length > 0;
    process.stdout.write(isJson ? `${JSON.stringify(summary)}\n` : report);
    if (isJson && hasFaults) process.stderr.write(`${report}\n`);
    if (stays) {
      process.stderr.write(
        `The demo is over; the system stays, with its clock at ${stack.clock.now()}. Ctrl-C ends it.\n`,
      );
      await asked;
    }
    return hasFaults ? 1 : 0;
  } finally {
    await stack.stop();
  }
};

// `npm run demo -- [--json] [--lines N] [--stay]`: `--stay` leaves the filled system running, as `npm start -- --demo` does.
try {
  const values = demoArgumentsIn(process.argv.slice(2));
  process.exitCode = await demonstrate(values.json, values.lines, values.stay);
} catch (error) {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`\n${error instanceof BootFailure ? error.message : said}\n`);
  process.exitCode = 1;
}
