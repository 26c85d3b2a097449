import type { RotatedDeployment } from './in-account.ts';
import {
  added,
  BACKUP_DAYS,
  dropped,
  droppedFrom,
  formerOf,
  type KeySecret,
  neededAgain,
  nextStep,
  noted,
  owned,
  type Step,
  switched,
  unneeded,
  versionsOf,
} from './key-secret.ts';
import type { KeyName } from './secrets-in-account.ts';

/** What is done with a secret, and in words. */
export interface Outcome {
  readonly next?: KeySecret;
  readonly said: string;
  readonly isRefused?: true;
}

/** The next step of a secret. The keys of the data secret wrap: advertisers are to have keys of their own (docs/decisions/0078-keys-of-advertisers.md). */
export const nextOf = (name: KeyName, secret: KeySecret, now: string): Step =>
  nextStep(secret, now, { hasOwn: name === 'data' });

const WHAT: Readonly<Record<KeyName, string>> = {
  fingerprint: 'things of contacts and people are named',
  token: 'links may be out',
  data: 'data keys are wrapped',
};

/** The next step of a rotation. `needed`: things that are stored and need a former key; `isAnother`: a key is added although former ones are kept. */
export const outcomeOfStep = (
  name: KeyName,
  secret: KeySecret,
  {
    isAnother,
    needed,
    deployment,
  }: {
    readonly isAnother: boolean;
    readonly needed: number;
    readonly deployment: Pick<RotatedDeployment, 'now' | 'newKey'>;
  },
): Outcome => {
  const now = deployment.now();
  const next = nextOf(name, secret, now);
  const newest = versionsOf(secret).at(-1);
  if (next.kind === 'own' || (next.kind === 'carry' && isAnother && secret.advertisers !== undefined)) {
    const own = owned(secret, now);
    return {
      next: own,
      said: `keys ${own.advertisers} of advertisers’ own are in use, which all functions know in half an hour.`,
    };
  }
  if (next.kind === 'add' || (next.kind === 'carry' && isAnother))
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

/** The end of a rotation, once nothing needs a former key. `isSound`: all that is stored was read. */
export const outcomeOfFinish = (
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
