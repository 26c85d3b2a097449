import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Config, readConfig, refuseUnknownSettings } from '#infra/config.ts';
import { stackNamesOf } from '#infra/deployment.ts';
import { stacksInAccount } from '../stacks-in-account.ts';
import { protectedOnceCreated } from '../termination-protection.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** `aval deploy`: says what to prepare, then runs `cdk deploy --all`. Resolves to the exit code. */
export const deploy = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      stage: { type: 'string', default: 'dev' },
      context: { type: 'string', short: 'c', multiple: true, default: [] },
      'require-approval': { type: 'string', default: 'broadening' },
    },
  });
  const pairs = [`stage=${values.stage}`, ...values.context];
  const given = new Map(pairs.map((pair) => [pair.replace(/=.*/s, ''), pair.slice(pair.indexOf('=') + 1)]));
  refuseUnknownSettings([...given.keys()]);
  const config = readConfig((name) => given.get(name));
  if (config.isLocal) throw new Error('The stage `local` runs on this machine: use `npm start`.');
  if (config.isProduction && config.alarmEmail === undefined) throw new Error(nobodyWakes(config.stage));
  process.stdout.write(`${beforeDeploying(config).join('\n')}\n\n`);
  const approval = ['--require-approval', values['require-approval']];
  const cdkDeploy = (more: readonly string[]) =>
    cdk(['deploy', '--all', ...approval, ...[...pairs, ...more].flatMap((pair) => ['-c', pair])], config);
  if (!config.isProduction) return cdkDeploy([]);
  return protectedOnceCreated(stacksInAccount(config.region), stackNamesOf(config), (unprotected) =>
    cdkDeploy([`unprotected=${unprotected.join(',')}`]),
  );
};

const nobodyWakes = (stage: string): string =>
  `Stage "${stage}" needs somebody whom alarms reach: give \`-c alarmEmail=ops@example.fr\`, or set it in infra/config.ts.`;

/** What AWS cannot be asked to do for the deployer, in the order in which it bites. */
const beforeDeploying = (config: Config): readonly string[] => [
  `Stage "${config.stage}" goes to ${config.region}. Before the first deployment (docs/deploy.md):`,
  `  1. Credentials of the account in this shell, and once: npx cdk bootstrap aws://ACCOUNT/${config.region}`,
  '  2. SES: a verified sender for each advertiser; out of the sandbox to write to others than yourself',
  '  3. SMS: a spending limit and a sender in AWS End User Messaging; replies to the topic ' +
    `aval-${config.stage}-sms-replies`,
  config.domain === undefined
    ? '  4. Links use the execute-api address and die with this stack: e-mail goes to the simulator and to you alone'
    : `  4. ${config.domain}: its certificate's DNS record, then a CNAME to the output PublicDomainTarget`,
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
