import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** The Secrets Manager client of this process. */
export const secretsClient = (): SecretsManagerClient => new SecretsManagerClient({});
