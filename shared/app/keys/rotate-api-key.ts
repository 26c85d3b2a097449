import { apiKeyEnded } from '#shared/domain/advertiser/key-failures.ts';
import { worksAt } from '#shared/domain/advertiser/key-strength.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { knownKey } from './known-key.ts';
import { type AskedKey, type CreatedApiKey, type KeyPorts, madeBefore, newKey } from './new-key.ts';

export interface RotateApiKey extends AskedKey {
  readonly apiKeyId: string;
  /** How long both keys work, in seconds. */
  readonly overlapSeconds: number;
}

const earliest = (one: Instant | undefined, other: Instant): Instant =>
  one !== undefined && one < other ? one : other;

/**
 * Makes a key that may do what another one may, with a new secret; the other one ends after the overlap. Whoever rotates a
 * key needs all that it grants. Throws `api-key-not-found`, `insufficient-scope`, `api-key-ended`, `invalid-request` for an
 * end that is past or after the creator's own, and `idempotency-key-reused`.
 */
export const rotateApiKey = async (ports: KeyPorts, command: RotateApiKey): Promise<CreatedApiKey> => {
  const { caller, apiKeyId, overlapSeconds } = command;
  const replaced = await knownKey(ports.apiKeys, caller, apiKeyId);
  const earlier = await madeBefore(ports, command, apiKeyId);
  if (earlier) return { key: earlier };
  const now = ports.clock.now();
  if (!worksAt(replaced, now)) throw apiKeyEnded();
  const { name, scopes, advertisers } = replaced;
  const { key, token } = await newKey(ports, command, { name, scopes, advertisers, replaces: apiKeyId });
  await ports.apiKeys.put(key, earliest(replaced.expiresAt, addSeconds(now, overlapSeconds)));
  return { key, token };
};
