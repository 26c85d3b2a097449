import { randomBytes } from 'node:crypto';
import { once } from '#functions/wiring/once.ts';
import { dynamoDbClient } from '#shared/adapters/clients.ts';
import { clockOf } from '#shared/adapters/clock.ts';
import { advertiserKeysOf, openedKeysOf } from '#shared/adapters/crypto/advertiser-keys.ts';
import { kmsClient, makeByKms, openByKms } from '#shared/adapters/crypto/kms.ts';
import { encrypterOf, openerOf, type Vault, vaultOf } from '#shared/adapters/crypto/vault.ts';
import { secretOf } from '#shared/adapters/secrets.ts';
import { secretsClient } from '#shared/adapters/secrets-client.ts';
import type { Clock } from '#shared/app/clock.port.ts';
import { clockOffsetFile } from '#shared/edge/env.ts';

/**
 * The composition root of what encrypts and decrypts, and of what all of it needs: the clock, the table, the secrets.
 */
type Needs<V extends string> = Readonly<Record<V, string>>;

/** The one clock of this process. */
export const clock: Clock = clockOf(clockOffsetFile());

/** The table of a function, with its client. */
export const table = /* @__PURE__ */ once(({ TABLE_NAME }: Needs<'TABLE_NAME'>) => ({
  client: dynamoDbClient(),
  tableName: TABLE_NAME,
  clock,
}));

export const secrets = /* @__PURE__ */ once((_env: object) => secretsClient());

/** The client of KMS. */
export const kms = /* @__PURE__ */ once((_env: object) => kmsClient());
const dataSecret = /* @__PURE__ */ once((env: Needs<'DATA_SECRET_ID'>) => secretOf(secrets(env), env.DATA_SECRET_ID));

const closed = (): never => {
  throw new Error('this function may not do that with personal data');
};
/** Of a function that neither encrypts nor decrypts. */
export const closedVault: Vault = {
  newKey: closed,
  unwrap: closed,
  renew: closed,
  everyWrapping: closed,
  encrypt: closed,
  decrypt: closed,
};

/** What a function has that decrypts, and what one has that encrypts as well. */
export type Decrypting = Needs<'STAGE' | 'TABLE_NAME' | 'DATA_SECRET_ID'>;
export type Encrypting = Decrypting & Needs<'KEY_ARN'>;

/** Decrypts personal data, and encrypts under the keys that it opened; it makes none, and wraps none. */
export const opener = /* @__PURE__ */ once((env: Decrypting): Vault => {
  const keys = openedKeysOf({ ...table(env), open: openByKms(kms(env), env.STAGE) });
  return {
    ...closedVault,
    ...openerOf({ secret: dataSecret(env), keys }),
    ...encrypterOf({ randomBytes: (size) => randomBytes(size) }),
  };
});

/** Encrypts and decrypts personal data under the keys of advertisers, which are made at first need. */
export const vault = /* @__PURE__ */ once((env: Encrypting): Vault => {
  const [open, make] = [openByKms(kms(env), env.STAGE), makeByKms(kms(env), env.STAGE, env.KEY_ARN)];
  const keys = advertiserKeysOf({ ...table(env), open, make });
  return vaultOf({ secret: dataSecret(env), keys, randomBytes: (size) => randomBytes(size) });
});
