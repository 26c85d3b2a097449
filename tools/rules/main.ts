/**
 * The rules of others over the whole app, in `npm run check`: cdk-nag's packs AwsSolutions and Serverless, CloudFormation's own
 * description of its resources, the validation of the CDK; and what an update of every former version would lose or be refused.
 * Ends with 1 when one of them complains. `--freeze NAME` keeps the templates of production and the fields of stored items
 * as those of a release instead.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { IConstruct } from 'constructs';
import { configOf, loadSettings } from '#infra/config.ts';
import { addStacks, newApp } from '#infra/deployment.ts';
import { readSettings } from '#infra/settings.ts';
import { storedFields } from '#test/support/stored/stored-fields.ts';
import { emptyBundles } from '../synth/empty-bundles.ts';
import { everythingOf } from './everything.ts';
import { complaintsOfNag, findingsIn } from './findings.ts';
import { freeze, frozenReleases } from './frozen.ts';
import { refusalsOf } from './refusals.ts';
import { lossesOf } from './replacements.ts';
import { policyLossesOf } from './role-policies.ts';
import { fullestOf, oversizeOf } from './sizes.ts';
import { specification, type Template } from './specification.ts';

/** What deployers start from is what the rules are held against. */
const EXAMPLE = fileURLToPath(new URL('../../docs/aval.config.example.json', import.meta.url));

interface Synthesised {
  /** The stage, or `everything`: production with all that the example leaves out. */
  readonly stage: string;
  readonly app: IConstruct;
  readonly templates: ReadonlyMap<string, Template>;
}

const outDir = mkdtempSync(join(tmpdir(), 'aval-rules-'));
const synthesised = (
  stage: string,
  isValidated: boolean,
  config = configOf(stage, loadSettings(EXAMPLE)),
): Synthesised => {
  const app = newApp({ outdir: join(outDir, stage) });
  addStacks(app, config, emptyBundles(outDir));
  process.env.CDK_VALIDATION = String(isValidated);
  const templates = new Map(app.synth().stacks.map(({ stackName, template }) => [stackName, template as Template]));
  return { stage, app, templates };
};

const described = specification();
const complaintsOf = ({ stage, app, templates }: Synthesised): readonly string[] => {
  const findings = findingsIn(app);
  process.stdout.write(`  stage ${stage}: ${findings.length} findings of cdk-nag\n`);
  process.stdout.write(`  stage ${stage}: ${fullestOf(templates)}\n`);
  const differing = [...templates].flatMap(([stack, template]) =>
    described.complaintsOf(template).map((complaint) => `${stack}: ${complaint}`),
  );
  return [...complaintsOfNag(app, findings), ...differing, ...oversizeOf(templates)];
};

interface ValidationReport {
  readonly pluginReports: readonly {
    readonly violations: readonly { readonly ruleName: string; readonly description: string }[];
  }[];
}

/** What the CDK's own validation says of a stage, its warnings too: a synthesis would print them. */
const validationOf = ({ stage }: Synthesised): readonly string[] => {
  const text = readFileSync(join(outDir, stage, 'validation-report.json'), 'utf8');
  return (JSON.parse(text) as ValidationReport).pluginReports.flatMap(({ violations }) =>
    violations.map(({ ruleName, description }) => `${stage}: ${ruleName}: ${description}`),
  );
};

const updatesFrom = ({ templates }: Synthesised): readonly string[] =>
  frozenReleases().flatMap(({ name, templates: deployed }) => [
    ...lossesOf(deployed, templates).map((loss) => `an update from ${name} loses data: ${loss}`),
    ...[...refusalsOf(deployed, templates), ...policyLossesOf(deployed, templates)].map(
      (refusal) => `an update from ${name} is refused: ${refusal}`,
    ),
  ]);

const check = (): number => {
  // Production first: `dev` has no kind of resource that it has not, so that one validation is made ready for both.
  const [production, dev] = [synthesised('production', true), synthesised('dev', true)];
  const everything = configOf('production', everythingOf(readSettings(loadSettings(EXAMPLE))));
  const complaints = [
    ...complaintsOf(dev),
    ...complaintsOf(production),
    ...complaintsOf(synthesised('everything', false, everything)),
    ...[production, dev].flatMap(validationOf),
    ...updatesFrom(production),
  ];
  for (const complaint of complaints) process.stdout.write(`  ${complaint}\n`);
  process.stdout.write(`  ${described.compared()} values compared with the service specification\n`);
  return complaints.length === 0 ? 0 : 1;
};

const { values } = parseArgs({ options: { freeze: { type: 'string' } } });
if (values.freeze === undefined) process.exitCode = check();
else freeze(values.freeze, synthesised('production', false).templates, storedFields());
rmSync(outDir, { recursive: true, force: true });
