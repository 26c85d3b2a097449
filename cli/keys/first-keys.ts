import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { advertiserListOf } from '#shared/adapters/dynamodb/settings/advertiser-list.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { type DeployedStage, linkIn, linkOf } from '../after/deployment.ts';
import { owned, readSecret, writeSecret } from './key-secret.ts';
import { type KeySecrets, SecretChanged, secretsInAccount } from './secrets-in-account.ts';

/** Whether the keys of advertisers come from the data secret, or are their own (docs/decisions/0078-keys-of-advertisers.md). */
const areDerived = (dataSecret: string): boolean => readSecret(dataSecret).advertisers === undefined;

/** The same of a stage of the account that the credentials of this shell open; `undefined`: it is not deployed. */
export const areDerivedInAccount = async (deployed: DeployedStage): Promise<boolean | undefined> =>
  (await linkIn(deployed, 'data-secret-arn')) === undefined
    ? undefined
    : areDerived(await secretsInAccount(deployed).read('data'));

/** Whether a table has any advertiser: one is listed from its first settings on. Throws `dependency-unavailable`. */
export const hasAdvertisers = async (table: Table): Promise<boolean> =>
  (await advertiserListOf(table).all()).length > 0;

/** The same of a stage of the account that the credentials of this shell open. */
export const hasAdvertisersInAccount = async (deployed: DeployedStage): Promise<boolean> => {
  const { region, endpoint } = deployed;
  const client = new DynamoDBClient({ region, ...(endpoint && { endpoint }) });
  return hasAdvertisers({ client, tableName: await linkOf(deployed, 'table-name') });
};

/**
 * Takes keys of advertisers' own into use where nothing is stored under derived ones yet. Resolves to a sentence for a person: in a
 * deployment that is in use nothing is changed, and it says what is to be asked. Throws what AWS refuses.
 *
 * @param isNew whether the deployment has no advertiser, whichever, and no key was ever made
 */
export const ownKeysFirst = async (
  secrets: KeySecrets,
  { stage, now, isNew }: { readonly stage: string; readonly now: Date; readonly isNew: boolean },
): Promise<string> => {
  const seen = await secrets.read('data');
  if (!areDerived(seen)) return 'Advertisers have keys of their own, which KMS encrypts.';
  const ask = `npm run aval -- rotate-keys --stage ${stage} --key data --apply`;
  if (!isNew) return `The keys of advertisers are derived from one secret: ${ask} gives them keys of their own.`;
  try {
    await secrets.write('data', writeSecret(owned(readSecret(seen), now.toISOString())), seen);
  } catch (error) {
    if (error instanceof SecretChanged) return ownKeysFirst(secrets, { stage, now, isNew });
    throw error;
  }
  return `Advertisers have keys of their own from now on, which KMS encrypts. Functions that are warm know it in five minutes; in half an hour ${ask} wraps again what they stored before.`;
};
