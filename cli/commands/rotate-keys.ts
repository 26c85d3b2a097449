import { parseArgs } from 'node:util';
import { deploymentInAccount, type RotatedDeployment } from '../keys/in-account.ts';
import { formerOf, formerOwn, type KeySecret, readSecret, writeSecret } from '../keys/key-secret.ts';
import { nextOf, type Outcome, outcomeOfFinish, outcomeOfStep } from '../keys/outcomes.ts';
import { lookAtAll, type Round } from '../keys/round.ts';
import { type Write, writeRound } from '../keys/said-of-round.ts';
import { KEY_NAMES, type KeyName, SecretChanged } from '../keys/secrets-in-account.ts';
import { OPERATOR_OPTIONS } from '../operator-in-account.ts';

/** What is asked of the keys. */
export interface RotateCommand {
  /** One secret alone. Absent: all three. */
  readonly key?: KeyName | undefined;
  readonly apply: boolean;
  readonly finish: boolean;
  /** Adds another key although former ones are kept. */
  readonly another: boolean;
  /** Turns no key: gives contacts of one address each other's oppositions. */
  readonly doubles?: boolean;
}

/** `aval rotate-keys`: the next step of each rotation. Resolves to the exit code. */
export const rotateKeys = async (args: readonly string[]): Promise<number> => {
  const flag = { type: 'boolean', default: false } as const;
  const options = {
    ...OPERATOR_OPTIONS,
    key: { type: 'string' },
    apply: flag,
    finish: flag,
    another: flag,
    doubles: flag,
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const key = KEY_NAMES.find((name) => name === values.key);
  if (values.key !== undefined && key === undefined) throw new Error(`--key takes one of ${KEY_NAMES.join(', ')}.`);
  const { apply, finish, another, doubles, stage, region } = values;
  const write = (text: string) => void process.stdout.write(text);
  return runRotateKeys(await deploymentInAccount(stage, region), { key, apply, finish, another, doubles }, write);
};

/** The same, over any deployment. */
export const runRotateKeys = async (
  deployment: RotatedDeployment,
  command: RotateCommand,
  write: Write,
): Promise<number> => {
  if (command.doubles) return lookAtDoubles(deployment, command, write);
  const names = command.key === undefined ? KEY_NAMES : [command.key];
  const texts = new Map<KeyName, string>();
  for (const name of names) texts.set(name, await deployment.read(name));
  const secrets = new Map([...texts].map(([name, text]) => [name, readSecret(text)]));
  const round = await lookWhereCarried(deployment, command, secrets);
  const isSound = round === undefined || writeRound(round, write);
  let code = isSound ? 0 : 1;
  for (const [name, secret] of secrets) {
    const needed = neededIn(round, name, secret);
    const found = command.finish
      ? outcomeOfFinish(name, secret, { now: deployment.now(), needed, isSound })
      : outcomeOfStep(name, secret, { isAnother: command.another, needed, deployment });
    const outcome = command.apply ? await written(deployment, name, found, texts.get(name) ?? '') : found;
    const isShown = outcome.next !== undefined && !command.apply;
    write(`${name}: ${outcome.said}${isShown ? ' With --apply it is done.' : ''}\n`);
    if (outcome.isRefused) code = 1;
  }
  return code;
};

/** Turns no key: what `--doubles` asks for. */
const lookAtDoubles = async (
  deployment: RotatedDeployment,
  { apply }: RotateCommand,
  write: Write,
): Promise<number> => {
  const round = await lookAtAll(deployment, { data: false, fingerprint: apply });
  const isSound = writeRound(round, write);
  const alike = apply ? 'oppose alike now.' : 'oppose each for itself. With --apply they oppose alike.';
  const count = round.doubles.length + round.spellings.length;
  write(`${count} contacts have an address that is another contact as well, and ${alike}\n`);
  return isSound ? 0 : 1;
};

/** Looks at all that is stored where a key has come so far that it is carried over to its new one; `undefined`: none has. */
const lookWhereCarried = async (
  deployment: RotatedDeployment,
  command: RotateCommand,
  secrets: ReadonlyMap<KeyName, KeySecret>,
): Promise<Round | undefined> => {
  const carried = [...secrets].flatMap(([name, secret]) =>
    isCarried(name, secret, command, deployment.now()) ? [name] : [],
  );
  if (carried.length === 0) return undefined;
  const isAsked = (name: KeyName) => carried.includes(name) && command.apply && !command.finish;
  return lookAtAll(deployment, { data: isAsked('data'), fingerprint: isAsked('fingerprint') });
};

/** What was decided, once it is written; a look at all that is stored may take hours, and others may have written meanwhile. */
const written = async (
  deployment: RotatedDeployment,
  name: KeyName,
  outcome: Outcome,
  seen: string,
): Promise<Outcome> => {
  if (outcome.next === undefined) return outcome;
  try {
    await deployment.write(name, writeSecret(outcome.next), seen);
    return outcome;
  } catch (error) {
    if (!(error instanceof SecretChanged)) throw error;
    return { said: 'somebody changed it meanwhile, and nothing was written: ask again.', isRefused: true };
  }
};

const isCarried = (name: KeyName, secret: KeySecret, { finish }: RotateCommand, now: string): boolean =>
  nextOf(name, secret, now).kind === 'carry' || (finish && formerOf(secret).length > 0);

/** How many things that are stored need a former key of a secret. */
const neededIn = (round: Round | undefined, name: KeyName, secret: KeySecret): number => {
  if (round === undefined || name === 'token') return 0;
  const needs = round.needs[name];
  return [...formerOf(secret), ...formerOwn(secret)].reduce((sum, former) => sum + (needs.get(former) ?? 0), 0);
};
