import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { advertiserKeysOf } from '#shared/adapters/crypto/advertiser-keys.ts';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { kmsClient, type MakeByKms, makeByKms, type OpenByKms, openByKms } from '#shared/adapters/crypto/kms.ts';
import { type Vault, vaultOf } from '#shared/adapters/crypto/vault.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { storedNamesOf } from '#shared/adapters/dynamodb/ledger/stored-names.ts';
import { vetReadsOf } from '#shared/adapters/dynamodb/ledger/vet-reads.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { linkOf } from '../after/deployment.ts';
import { scannedTable } from '../retention/in-account.ts';
import type { SameAddressPorts } from './same-address.ts';
import { type KeySecrets, secretsInAccount } from './secrets-in-account.ts';
import type { Raw } from './stored-keys.ts';

/** The keys of a deployment, and all that is stored under them. */
export interface RotatedDeployment extends KeySecrets {
  readonly now: () => string;
  /** At least 43 random characters. */
  readonly newKey: () => string;
  /** KMS, as it encrypts and opens the keys of advertisers. */
  readonly kms: { readonly open: OpenByKms; readonly make: MakeByKms };
  readonly table: Table;
  readonly pages: () => AsyncIterable<readonly Raw[]>;
}

/** Of a stage in the account that the credentials of this shell open: no function may scan the table, or write a secret. */
export const deploymentInAccount = async (stage: string, region: string): Promise<RotatedDeployment> => {
  const table = {
    client: new DynamoDBClient({ region }),
    tableName: await linkOf({ stage, region }, 'table-name'),
  };
  const kms = kmsClient(region);
  return {
    kms: { open: openByKms(kms, stage), make: makeByKms(kms, stage, await linkOf({ stage, region }, 'key-arn')) },
    now: () => new Date().toISOString(),
    newKey: () => randomBytes(48).toString('base64url'),
    ...secretsInAccount({ stage, region }),
    table,
    pages: () => scannedTable(table).pages(),
  };
};

/** What reads and writes what is stored under the keys, as the functions do. */
export const portsOf = async (deployment: RotatedDeployment): Promise<SameAddressPorts & { readonly vault: Vault }> => {
  const { table, now } = deployment;
  const [fingerprint, data] = [await deployment.read('fingerprint'), await deployment.read('data')];
  const clock = { now: () => now() as Instant };
  const keys = advertiserKeysOf({ ...table, ...deployment.kms, clock });
  const vault = vaultOf({ secret: async () => data, keys, randomBytes });
  const storedNames = storedNamesOf(table);
  return {
    vault,
    clock,
    pause: async (milliseconds) => void (await wait(milliseconds)),
    storedNames,
    fingerprints: fingerprintsOf(fingerprint, storedNames),
    vetReads: vetReadsOf({ ...table, vault, clock }),
    // It writes oppositions alone, and a standing that has one has no end.
    ledger: ledgerOf({ ...table, vault, clock, expiryOf: async () => undefined }),
  };
};
