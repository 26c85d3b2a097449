import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { cacheOf } from '#shared/cache.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { elapsedMs } from './clock.ts';
import { orUnavailable } from './or-unavailable.ts';

const KEPT_FOR_MS = 5 * 60_000;

const unreachable = (cause: unknown) => dependencyUnavailable('The store of secrets', cause);

const fetchSecret = async (client: SecretsManagerClient, id: string): Promise<string> => {
  const answer = await orUnavailable(client.send(new GetSecretValueCommand({ SecretId: id })), unreachable);
  if (answer.SecretString === undefined) throw new Error('the secret is not a text');
  return answer.SecretString;
};

/**
 * Reads one secret of Secrets Manager: fetched once by all callers of this process, kept five minutes of machine time, a
 * failure not kept. `now` is a clock in milliseconds that never goes back. Throws `dependencyUnavailable`.
 */
export const secretOf = (
  client: SecretsManagerClient,
  id: string,
  now: () => number = elapsedMs,
): (() => Promise<string>) => {
  const kept = cacheOf<Promise<string>>({ most: 1, keptFor: { ms: KEPT_FOR_MS, now } });
  return () => {
    const found = kept.get(id);
    if (found !== undefined) return found;
    const value = kept.put(id, fetchSecret(client, id));
    value.catch(() => {
      if (kept.get(id) === value) kept.drop(id);
    });
    return value;
  };
};
