import { type ApiKey, type Caller, ROOT_KEY_ID } from '#shared/domain/advertiser/api-key.ts';
import { type Fault, idempotencyKeyReused, invalidRequest } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Clock, NewId } from '../clock.port.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import type { ApiKeys } from './api-keys.port.ts';

export interface KeyPorts {
  readonly apiKeys: ApiKeys;
  readonly clock: Clock;
  readonly newId: NewId;
}

export interface CreatedApiKey {
  readonly key: ApiKey;
  /** `aval_<id>_<secret>`: shown once, kept only as a hash; absent when the same request is repeated. */
  readonly token?: string;
}

/** Who asks for a key, until when it is to work, and by which request: its caller, route and Idempotency-Key, and its body. */
export interface AskedKey extends RequestHash {
  readonly caller: Caller;
  /** Absent: as the key of the caller. */
  readonly expiresAt?: Instant | undefined;
}

/** The id of the key that a request makes: the same request makes one key. */
const idOf = (requestId: string): string => sha256Of(requestId).slice(0, 20);

/**
 * The key that the same request made before, in place of `replaces` or of none; `undefined`: it made none yet. Throws
 * `idempotency-key-reused` where another request had its Idempotency-Key.
 */
export const madeBefore = async (
  { apiKeys }: Pick<KeyPorts, 'apiKeys'>,
  { requestId, bodySha256 }: RequestHash,
  replaces?: string,
): Promise<ApiKey | undefined> => {
  const earlier = await apiKeys.get(idOf(requestId));
  if (earlier === undefined) return undefined;
  const isSame = earlier.replaces === replaces && (earlier.bodySha256 ?? bodySha256) === bodySha256;
  if (!isSame) throw idempotencyKeyReused();
  return earlier;
};

const refuseEnd = (detail: string): never => {
  throw invalidRequest([{ pointer: '/expiresAt', detail } satisfies Fault]);
};

/** Until when the key works that was asked for: at most as long as the key that creates it. */
const endOf = async (
  { apiKeys }: KeyPorts,
  { caller, expiresAt }: AskedKey,
  now: Instant,
): Promise<Instant | undefined> => {
  const creator = caller.apiKeyId === ROOT_KEY_ID ? undefined : await apiKeys.get(caller.apiKeyId);
  const latest = creator?.expiresAt;
  if (expiresAt === undefined) return latest;
  if (expiresAt <= now) return refuseEnd('past already');
  if (latest !== undefined && expiresAt > latest) return refuseEnd('after the end of your own key');
  return expiresAt;
};

/** A key with a new secret, not stored yet. Throws `invalid-request` for an end that is past or after the creator's own. */
export const newKey = async (
  ports: KeyPorts,
  asked: AskedKey,
  granted: Pick<ApiKey, 'name' | 'scopes' | 'advertisers' | 'replaces'>,
): Promise<Required<CreatedApiKey>> => {
  const now = ports.clock.now();
  const expiresAt = await endOf(ports, asked, now);
  const apiKeyId = idOf(asked.requestId);
  const secret = `${ports.newId()}${ports.newId()}`;
  const key: ApiKey = {
    ...granted,
    apiKeyId,
    secretSha256: sha256Of(secret),
    createdAt: now,
    createdBy: asked.caller.apiKeyId,
    bodySha256: asked.bodySha256,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
  return { key, token: `aval_${apiKeyId}_${secret}` };
};
