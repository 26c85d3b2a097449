import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { dependencyUnavailable } from '#shared/domain/failure.ts';

const KEPT_FOR_MS = 5 * 60_000;

const fetchSecret = async (client: SecretsManagerClient, id: string): Promise<string> => {
  const answer = await client.send(new GetSecretValueCommand({ SecretId: id })).catch((cause: unknown) => {
    throw dependencyUnavailable('The store of secrets', cause);
  });
  if (answer.SecretString === undefined) throw new Error('the secret is not a text');
  return answer.SecretString;
};

/**
 * Reads one secret of Secrets Manager: fetched once by all callers of this process, kept five minutes of machine time, a
 * failure not kept. `now` is a monotonic clock in milliseconds. Throws `dependencyUnavailable`.
 */
export const secretOf = (
  client: SecretsManagerClient,
  id: string,
  now: () => number = () => performance.now(),
): (() => Promise<string>) => {
  let kept: { readonly value: Promise<string>; readonly until: number } | undefined;
  return () => {
    if (kept !== undefined && now() < kept.until) return kept.value;
    const value = fetchSecret(client, id);
    const mine = { value, until: now() + KEPT_FOR_MS };
    kept = mine;
    value.catch(() => {
      if (kept === mine) kept = undefined;
    });
    return value;
  };
};
