import { createHash } from 'node:crypto';
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { type DeployedStage, linkOf } from '../after/deployment.ts';

/** The secrets whose keys rotate. */
export const KEY_NAMES = ['fingerprint', 'token', 'data'] as const;
export type KeyName = (typeof KEY_NAMES)[number];

/** The secrets of keys of a deployment. */
export interface KeySecrets {
  readonly read: (name: KeyName) => Promise<string>;
  /** Throws `SecretChanged`, and writes nothing, where the secret is not the text that was read any more. */
  readonly write: (name: KeyName, text: string, seen: string) => Promise<void>;
}

/** Somebody wrote the secret after it was read. */
export class SecretChanged extends Error {}

/**
 * Another version of a secret, in the place of the one that was read. The name of the next version follows from the one before, so that of
 * two that are written at once AWS refuses the second.
 */
const replace = async (client: SecretsManagerClient, SecretId: string, text: string, seen: string): Promise<void> => {
  const { SecretString = '{}', VersionId = '' } = await client.send(new GetSecretValueCommand({ SecretId }));
  if (SecretString !== seen) throw new SecretChanged();
  const ClientRequestToken = createHash('sha256').update(`${SecretId}/${VersionId}`).digest('hex');
  const put = new PutSecretValueCommand({ SecretId, SecretString: text, ClientRequestToken });
  await client.send(put).catch((error: unknown) => {
    throw error instanceof ResourceExistsException ? new SecretChanged() : error;
  });
};

/** Those of a stage in the account that the credentials of this shell open. Each call throws an `Error` where the stage is not deployed. */
export const secretsInAccount = (deployed: DeployedStage): KeySecrets => {
  const { region, endpoint } = deployed;
  const client = new SecretsManagerClient({ region, ...(endpoint && { endpoint }) });
  const idOf = (name: KeyName) => linkOf(deployed, `${name}-secret-arn`);
  return {
    read: async (name) => {
      const { SecretString = '{}' } = await client.send(new GetSecretValueCommand({ SecretId: await idOf(name) }));
      return SecretString;
    },
    write: async (name, text, seen) => replace(client, await idOf(name), text, seen),
  };
};
