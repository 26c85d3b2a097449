/** `npm run cases -- FILE` or `-- --table`: decided cases, or the decision table, through the API of a running system. */
import { parseArgs } from 'node:util';
import { DeniedCalls } from '#tools/start/denied-calls.ts';
import { type Job, jobOfFile, jobOfTable } from './job.ts';
import { openSystem } from './system.ts';

const USAGE = `npm run cases -- FILE [--ablate] [--json] [--only ID]
npm run cases -- --table [--json] [--only ROW]

  FILE         a list of scenarios: facts with the conclusions drawn from them, and the outcome expected
  --table      the rows of the decision table, with the codes expected
  --ablate     cures the facts on which each held message turns, all of them and all but one, and asks again
  --only ID    these scenarios or rows alone; may be repeated
  --json       print one object instead of lines

Asks the running system that AVAL_API, AVAL_KEY and AVAL_CONSOLE name (or that npm start wrote down), else boots one.
Moves its clock forward to the moment of each. Exits with 1 when a verdict is not the one expected, when a message is held
for another fact than it turns on, when what has to be allowed is stopped, or when a function was denied meanwhile what
it tried.
`;

const readArguments = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      table: { type: 'boolean', default: false },
      ablate: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });

/** A file or the table, and not both. */
const jobOf = (
  file: string | undefined,
  { table, ablate, only }: { readonly table: boolean; readonly ablate: boolean; readonly only: readonly string[] },
): Job | undefined => {
  if (table) return file === undefined && !ablate ? jobOfTable(only) : undefined;
  return file === undefined ? undefined : jobOfFile(file, only, ablate);
};

const main = async (): Promise<number> => {
  const { values, positionals } = readArguments();
  const job = values.help ? undefined : jobOf(positionals[0], values);
  if (job === undefined) {
    process.stdout.write(USAGE);
    return values.help ? 0 : 2;
  }
  const system = await openSystem(process.env, job.startAt);
  process.stderr.write(
    `Asking ${system.isOwn ? 'a system booted for this' : 'the running system'} at ${system.api}…\n`,
  );
  const judged = await job.judge(system).catch(async (error) => {
    // What went wrong first is what is said.
    await system.close().catch(() => undefined);
    throw error;
  });
  const { report, printed, otherwise } = judged;
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : printed);
  await system.close();
  return otherwise === 0 ? 0 : 1;
};

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof DeniedCalls ? 1 : 2;
}
