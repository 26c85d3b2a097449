import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Config } from '#infra/config.ts';
import { STAGE_OPTIONS, stageFileOf } from '../settings-file.ts';
import { stacksInAccount } from '../stacks-in-account.ts';
import { protectedOnceCreated, stacksByRegion } from '../termination-protection.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** `aval deploy`: says what to prepare, then runs `cdk deploy --all`. Resolves to the exit code. */
export const deploy = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { ...STAGE_OPTIONS, 'require-approval': { type: 'string', default: 'broadening' } },
  });
  if (values.stage === 'local') throw new Error('The stage `local` runs on this machine: use `npm start`.');
  const { path, config } = stageFileOf(values);
  // With it comes the CDK, which takes two seconds to load: what is refused above needs neither.
  const { placesOf, regionsOf } = await import('#infra/deployment.ts');
  process.stdout.write(`${beforeDeploying(config, regionsOf(config)).join('\n')}\n\n`);
  const cdkDeploy = (unprotected: readonly string[]) =>
    cdk(
      ['deploy', '--all', '--require-approval', values['require-approval'], ...contextOf(path, config, unprotected)],
      config,
    );
  if (!config.isProduction) return cdkDeploy([]);
  const places = placesOf(config);
  return protectedOnceCreated(
    stacksByRegion(places, (region) => stacksInAccount({ region })),
    places.map(({ name }) => name),
    cdkDeploy,
  );
};

/** What `infra/app.ts` reads; the CDK command line takes its context as words. */
const contextOf = (path: string, { stage }: Config, unprotected: readonly string[]): readonly string[] =>
  [`stage=${stage}`, `config=${path}`, `unprotected=${unprotected.join(',')}`].flatMap((pair) => ['-c', pair]);

/** What AWS cannot be asked to do for the deployer, in the order in which it bites. */
const beforeDeploying = (config: Config, regions: readonly string[]): readonly string[] => [
  `Stage "${config.stage}" goes to ${config.region}. Before the first deployment (docs/deploy.md):`,
  `  1. Credentials of the account in this shell, and once: npx cdk bootstrap ${regions
    .map((region) => `aws://ACCOUNT/${region}`)
    .join(' ')}`,
  '  2. SES: a verified sender for each advertiser; out of the sandbox to write to others than yourself',
  '  3. SMS: a spending limit and a sender in AWS End User Messaging; replies to the topic ' +
    `aval-${config.stage}-sms-replies`,
  config.publicDomain === undefined
    ? '  4. Links use the execute-api address and die with this stack: e-mail goes to the simulator and to you alone'
    : `  4. ${config.publicDomain.host}: its certificate's DNS record, then a CNAME to the output PublicDomainTarget`,
];

/** Bundles end in `dist/functions`, the assembly in `cdk.out`; the Node.js in use runs both. */
const cdk = (args: readonly string[], config: Config): number => {
  const program = `${ROOT}node_modules/aws-cdk/bin/cdk`;
  if (!existsSync(program)) throw new Error('The CDK command line is not installed: run `npm ci`.');
  const run = spawnSync(process.execPath, [program, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, AWS_REGION: config.region },
  });
  return run.status ?? 1;
};
