import { type ApiKey, allows, type Binding, type Caller, type Scope } from '#shared/domain/advertiser/api-key.ts';
import { advertiserNotFound, Failure, idempotencyKeyReused } from '#shared/domain/failure.ts';
import { canonicalJson, sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Clock, NewId } from '../clock.port.ts';
import type { ApiKeys } from './api-keys.port.ts';

export interface CreateApiKey {
  readonly caller: Caller;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly advertisers: Binding;
  /** Hash of caller, route and Idempotency-Key. */
  readonly requestId: string;
}

export interface CreatedApiKey {
  readonly key: ApiKey;
  /** `aval_<id>_<secret>`: shown once, kept only as a hash; absent when the same request is repeated. */
  readonly token?: string;
}

/**
 * Creates an API key that grants at most what its creator has. Throws `insufficient-scope`, `advertiser-not-found`, and
 * `idempotency-key-reused`.
 */
export const createApiKey = async (
  ports: { readonly apiKeys: ApiKeys; readonly clock: Clock; readonly newId: NewId },
  command: CreateApiKey,
): Promise<CreatedApiKey> => {
  refuseMoreThanOwn(command);
  const apiKeyId = sha256Of(command.requestId).slice(0, 20);
  const earlier = await ports.apiKeys.get(apiKeyId);
  if (earlier) return { key: sameAsAsked(earlier, command) };
  const secret = `${ports.newId()}${ports.newId()}`;
  const key: ApiKey = {
    apiKeyId,
    name: command.name,
    secretSha256: sha256Of(secret),
    scopes: [...new Set(command.scopes)],
    advertisers: command.advertisers,
    createdAt: ports.clock.now(),
  };
  await ports.apiKeys.put(key);
  return { key, token: `aval_${apiKeyId}_${secret}` };
};

const refuseMoreThanOwn = ({ caller, scopes, advertisers }: CreateApiKey): void => {
  const missing = scopes.find((scope) => !allows(caller.scopes, scope));
  if (missing) throw new Failure('insufficient-scope', `Your own key lacks the scope ${missing}.`);
  if (!coversBinding(caller.advertisers, advertisers)) throw advertiserNotFound();
};

/** True when every advertiser of the second binding is in the first. */
export const coversBinding = (own: Binding, other: Binding): boolean => {
  if (own === 'every-advertiser') return true;
  return other !== 'every-advertiser' && other.every((advertiserId) => own.includes(advertiserId));
};

const sameAsAsked = (earlier: ApiKey, { name, scopes, advertisers }: CreateApiKey): ApiKey => {
  const asked = canonicalJson({ name, scopes: [...new Set(scopes)], advertisers });
  const stored = canonicalJson({ name: earlier.name, scopes: earlier.scopes, advertisers: earlier.advertisers });
  if (asked !== stored) throw idempotencyKeyReused();
  return earlier;
};
