/** `npm run cases -- FILE [--json] [--only ID]`: judges a file of decided cases through the API of a running system. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BootFailure } from '../boot-failure.ts';
import { startFor, timeOf } from './clock.ts';
import { printed, reportOf } from './report.ts';
import { runCases } from './run.ts';
import { readScenarios, type Scenario } from './scenario.ts';
import { openSystem } from './system.ts';

const USAGE = `npm run cases -- FILE [--json] [--only ID]

  FILE         a list of scenarios: facts with the conclusions drawn from them, and the outcome expected
  --only ID    these scenarios alone; may be repeated
  --json       print one object instead of lines

Asks the running system that AVAL_API, AVAL_KEY and AVAL_CONSOLE name (or that npm start wrote down), else boots one.
Moves its clock forward to the moment of each scenario. Exits with 1 when a verdict is not the one expected.
`;

const readArguments = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });

const selected = (file: string, only: readonly string[]) => {
  const all = readScenarios(readFileSync(file, 'utf8'));
  const chosen = only.length === 0 ? all : all.filter(({ id }) => only.includes(id));
  if (chosen.length === 0) throw new BootFailure(`${file} holds no such scenario.`);
  return chosen;
};

const main = async (): Promise<number> => {
  const { values, positionals } = readArguments();
  const [file] = positionals;
  if (values.help || file === undefined) {
    process.stdout.write(USAGE);
    return values.help ? 0 : 2;
  }
  const entries = selected(file, values.only);
  const scenarios = entries.filter((entry): entry is Scenario => 'facts' in entry);
  const start = startFor(scenarios.map(({ facts }) => timeOf(facts)));
  const system = await openSystem(process.env, start);
  try {
    process.stderr.write(
      `Asking ${system.isOwn ? 'a system booted for this' : 'the running system'} at ${system.api}…\n`,
    );
    const report = reportOf(await runCases(system, entries));
    process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : printed(report));
    return report.otherwise === 0 ? 0 : 1;
  } finally {
    await system.close();
  }
};

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
