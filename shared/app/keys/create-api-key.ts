import type { ApiKey, Binding, Caller, Scope } from '#shared/domain/advertiser/api-key.ts';
import { refuseBeyond } from '#shared/domain/advertiser/key-strength.ts';
import { idempotencyKeyReused } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { canonicalJson } from '#shared/domain/ledger/canonical.ts';
import { type CreatedApiKey, idOf, type KeyPorts, newKey } from './new-key.ts';

export interface CreateApiKey {
  readonly caller: Caller;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly advertisers: Binding;
  /** Absent: as the key of the caller. */
  readonly expiresAt?: Instant | undefined;
  /** Hash of caller, route and Idempotency-Key. */
  readonly requestId: string;
}

/**
 * Creates an API key that grants at most what its creator has, and works at most as long. Throws `insufficient-scope`,
 * `advertiser-not-found`, `invalid-request` for an end that is past or after the creator's own, and
 * `idempotency-key-reused`.
 */
export const createApiKey = async (ports: KeyPorts, command: CreateApiKey): Promise<CreatedApiKey> => {
  refuseBeyond(command.caller, command);
  const earlier = await ports.apiKeys.get(idOf(command.requestId));
  if (earlier) return { key: sameAsAsked(earlier, command) };
  const { name, advertisers } = command;
  const { key, token } = await newKey(ports, command, { name, scopes: [...new Set(command.scopes)], advertisers });
  await ports.apiKeys.put(key);
  return { key, token };
};

const sameAsAsked = (earlier: ApiKey, { name, scopes, advertisers, expiresAt }: CreateApiKey): ApiKey => {
  const end = expiresAt === undefined ? {} : { expiresAt };
  const asked = canonicalJson({ name, scopes: [...new Set(scopes)], advertisers, ...end });
  const stored = canonicalJson({
    name: earlier.name,
    scopes: earlier.scopes,
    advertisers: earlier.advertisers,
    ...(expiresAt === undefined ? {} : { expiresAt: earlier.expiresAt }),
  });
  if (asked !== stored) throw idempotencyKeyReused();
  return earlier;
};
