import { type ApiKey, type Caller, ROOT_KEY_ID } from '#shared/domain/advertiser/api-key.ts';
import { type Fault, invalidRequest } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Clock, NewId } from '../clock.port.ts';
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

/** Who asks for a key, until when it is to work, and by which request. */
interface Asked {
  readonly caller: Caller;
  /** Absent: as the key of the caller. */
  readonly expiresAt?: Instant | undefined;
  readonly requestId: string;
}

/** The id of the key that a request makes: the same request makes one key. */
export const idOf = (requestId: string): string => sha256Of(requestId).slice(0, 20);

const refuseEnd = (detail: string): never => {
  throw invalidRequest([{ pointer: '/expiresAt', detail } satisfies Fault]);
};

/** Until when the key works that was asked for: at most as long as the key that creates it. */
const endOf = async (
  { apiKeys }: KeyPorts,
  { caller, expiresAt }: Asked,
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
  asked: Asked,
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
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
  return { key, token: `aval_${apiKeyId}_${secret}` };
};
