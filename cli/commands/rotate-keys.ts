import { parseArgs } from 'node:util';
import { deploymentInAccount, type RotatedDeployment } from '../keys/in-account.ts';
import {
  added,
  BACKUP_DAYS,
  dropped,
  droppedFrom,
  formerOf,
  formerOwn,
  type KeySecret,
  neededAgain,
  nextStep,
  noted,
  owned,
  readSecret,
  type Step,
  switched,
  unneeded,
  versionsOf,
  writeSecret,
} from '../keys/key-secret.ts';
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
  if (command.doubles) {
    const round = await lookAtAll(deployment, { data: false, fingerprint: command.apply });
    const isSound = writeRound(round, write);
    const alike = command.apply ? 'oppose alike now.' : 'oppose each for itself. With --apply they oppose alike.';
    write(
      `${round.doubles.length + round.spellings.length} contacts have an address that is another contact as well, and ${alike}\n`,
    );
    return isSound ? 0 : 1;
  }
  const names = command.key === undefined ? KEY_NAMES : [command.key];
  const texts = new Map<KeyName, string>();
  for (const name of names) texts.set(name, await deployment.read(name));
  const secrets = new Map([...texts].map(([name, text]) => [name, readSecret(text)]));
  const carried = names.filter((name) => isCarried(name, secrets.get(name), command, deployment.now()));
  const isAsked = (name: KeyName) => carried.includes(name) && command.apply && !command.finish;
  const round =
    carried.length === 0
      ? undefined
      : await lookAtAll(deployment, { data: isAsked('data'), fingerprint: isAsked('fingerprint') });
  const isSound = round === undefined || writeRound(round, write);
  let code = isSound ? 0 : 1;
  for (const [name, secret] of secrets) {
    const needed = round && name !== 'token' ? neededIn(round, name, secret) : 0;
    const found = command.finish
      ? finish(name, secret, { now: deployment.now(), needed, isSound })
      : step(name, secret, { command, needed, deployment });
    const outcome = command.apply ? await written(deployment, name, found, texts.get(name) ?? '') : found;
    const isShown = outcome.next !== undefined && !command.apply;
    write(`${name}: ${outcome.said}${isShown ? ' With --apply it is done.' : ''}\n`);
    if (outcome.isRefused) code = 1;
  }
  return code;
};

/** What is done with a secret, and in words. */
interface Outcome {
  readonly next?: KeySecret;
  readonly said: string;
  readonly isRefused?: true;
}

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

/** The keys of the data secret wrap: advertisers are to have keys of their own (docs/decisions/0078-keys-of-advertisers.md). */
const nextOf = (name: KeyName, secret: KeySecret, now: string): Step =>
  nextStep(secret, now, { hasOwn: name === 'data' });

const isCarried = (name: KeyName, secret: KeySecret | undefined, { finish }: RotateCommand, now: string): boolean =>
  secret !== undefined && (nextOf(name, secret, now).kind === 'carry' || (finish && formerOf(secret).length > 0));

/** How many things that are stored need a former key. */
const neededIn = ({ needs }: Round, name: Exclude<KeyName, 'token'>, secret: KeySecret): number =>
  [...formerOf(secret), ...formerOwn(secret)].reduce((sum, former) => sum + (needs[name].get(former) ?? 0), 0);

const WHAT: Readonly<Record<KeyName, string>> = {
  fingerprint: 'things of contacts and people are named',
  token: 'links may be out',
  data: 'data keys are wrapped',
};

const step = (
  name: KeyName,
  secret: KeySecret,
  {
    command: { another },
    needed,
    deployment,
  }: { readonly command: RotateCommand; readonly needed: number; readonly deployment: RotatedDeployment },
): Outcome => {
  const now = deployment.now();
  const next = nextOf(name, secret, now);
  const newest = versionsOf(secret).at(-1);
  if (next.kind === 'own' || (next.kind === 'carry' && another && secret.advertisers !== undefined)) {
    const own = owned(secret, now);
    return {
      next: own,
      said: `keys ${own.advertisers} of advertisers’ own are in use, which all functions know in half an hour.`,
    };
  }
  if (next.kind === 'add' || (next.kind === 'carry' && another))
    return {
      next: added(secret, deployment.newKey(), now),
      said: `key ${(newest ?? 0) + 1} is added; key ${secret.current} makes new things until all functions know it.`,
    };
  if (next.kind === 'note') return { next: noted(secret, now), said: `key ${newest} was added by hand.` };
  if (next.kind === 'wait') return { said: `until ${next.until} some functions may not know the last change.` };
  if (next.kind === 'switch') return { next: switched(secret, now), said: `key ${newest} makes new things.` };
  if (name === 'token') return { said: `key ${newest} makes new links; links of all keys are read.` };
  const left =
    needed === 0 ? 'nothing is under a former key: see --finish.' : `${needed} ${WHAT[name]} with a former key.`;
  const inUse =
    secret.advertisers === undefined ? `key ${newest} makes` : `keys ${secret.advertisers} of advertisers’ own make`;
  return { said: `${inUse} new things; ${left}` };
};

const finish = (
  name: KeyName,
  secret: KeySecret,
  { now, needed, isSound }: { readonly now: string; readonly needed: number; readonly isSound: boolean },
): Outcome => {
  const refused = (said: string, next?: KeySecret): Outcome => ({ said, isRefused: true, ...(next && { next }) });
  const former = formerOf(secret);
  if (former.length === 0)
    return { said: secret.advertisers === undefined ? 'one key, and no former one.' : 'advertisers’ own keys alone.' };
  if (nextStep(secret, now, { hasOwn: false }).kind !== 'carry')
    return refused('the rotation is not so far: see without --finish.');
  const keys = `key ${former.join(', ')}`;
  if (name === 'token') return refused(`${keys} is kept: links that were sent are read with it for years.`);
  const again = secret.unneededSince === undefined ? undefined : neededAgain(secret);
  if (needed > 0) return refused(`${keys} is kept: ${needed} ${WHAT[name]} with it.`, again);
  if (!isSound) return refused(`${keys} is kept: what cannot be read may need it.`, again);
  const from = droppedFrom(secret);
  if (from === undefined)
    return {
      next: unneeded(secret, now),
      said: `nothing needs ${keys} now; backups may, for ${BACKUP_DAYS} days: ask again then.`,
    };
  if (now < from) return refused(`${keys} is kept until ${from}: a table that is restored may need it.`);
  return { next: dropped(secret), said: `${keys} is dropped.` };
};
