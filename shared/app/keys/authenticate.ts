import { type ApiKey, type Caller, ROOT_KEY_ID, SCOPES } from '#shared/domain/advertiser/api-key.ts';
import { worksAt } from '#shared/domain/advertiser/key-strength.ts';
import { digestOf, isSameBytes, isSameSecret } from '#shared/domain/contact/same-secret.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { ApiKeys } from './api-keys.port.ts';

/** The scheme in any case and any number of spaces (RFC 9110 section 11.1, RFC 6750); the key itself exactly. */
const ROOT_KEY = /^[Bb][Ee][Aa][Rr][Ee][Rr] +aval_root_([\x21-\x7e]{16,200})$/;
const KEY = /^[Bb][Ee][Aa][Rr][Ee][Rr] +aval_([0-9a-f]{20})_([A-Za-z0-9_-]{43,100})$/;

/** The last use of a key is kept to the hour: who calls all day is no write at each call. */
const USE_NOTED_EACH_SECONDS = 3600;

interface Ports {
  readonly apiKeys: Pick<ApiKeys, 'get' | 'noteUse'>;
  readonly rootSecret: () => Promise<string>;
  readonly clock: Clock;
}

/**
 * Who calls with this Authorization header, or `undefined`: unknown, wrong, expired and revoked keys look alike. Throws
 * `dependency-unavailable` when a store cannot be read: nobody is let in blindly (P10).
 */
export const authenticate = async (ports: Ports, header: string): Promise<Caller | undefined> => {
  const root = ROOT_KEY.exec(header)?.[1];
  if (root !== undefined) return isRoot(root, await ports.rootSecret()) ? rootCaller() : undefined;
  const [, apiKeyId, secret] = KEY.exec(header) ?? [];
  if (apiKeyId === undefined || secret === undefined) return undefined;
  const key = await ports.apiKeys.get(apiKeyId);
  if (!key || !isSameBytes(digestOf(secret), Buffer.from(key.secretSha256, 'hex'))) return undefined;
  const now = ports.clock.now();
  if (!worksAt(key, now)) return undefined;
  await noteUse(ports.apiKeys, key, now);
  return { apiKeyId, scopes: key.scopes, advertisers: key.advertisers };
};

/** A note that cannot be written keeps nobody out: who is let in was read before. */
const noteUse = async (apiKeys: Pick<ApiKeys, 'noteUse'>, { apiKeyId, lastUsedAt }: ApiKey, now: Instant) => {
  if (lastUsedAt !== undefined && now < addSeconds(lastUsedAt, USE_NOTED_EACH_SECONDS)) return;
  await apiKeys.noteUse(apiKeyId, now).catch(() => undefined);
};

/** The deployer's own key: every scope at every advertiser. */
const rootCaller = (): Caller => ({ apiKeyId: ROOT_KEY_ID, scopes: SCOPES, advertisers: 'every-advertiser' });

/** The root secret is JSON whose `key1` is the key. */
const isRoot = (given: string, rootSecret: string): boolean => {
  const { key1 } = JSON.parse(rootSecret) as { key1?: unknown };
  return typeof key1 === 'string' && key1.length >= 16 && isSameSecret(given, key1);
};
