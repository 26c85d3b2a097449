import { createHash, timingSafeEqual } from 'node:crypto';
import { type Caller, SCOPES } from '#shared/domain/advertiser/api-key.ts';
import type { ApiKeys } from './api-keys.port.ts';

/** The scheme in any case and any number of spaces (RFC 9110 section 11.1, RFC 6750); the key itself exactly. */
const ROOT_KEY = /^[Bb][Ee][Aa][Rr][Ee][Rr] +aval_root_([\x21-\x7e]{16,200})$/;
const KEY = /^[Bb][Ee][Aa][Rr][Ee][Rr] +aval_([0-9a-f]{20})_([A-Za-z0-9_-]{43,100})$/;

/**
 * Who calls with this Authorization header, or `undefined`: unknown, wrong and revoked keys look alike. Throws
 * `dependency-unavailable` when a store cannot be read: nobody is let in blindly (P10).
 */
export const authenticate = async (
  ports: { readonly apiKeys: ApiKeys; readonly rootSecret: () => Promise<string> },
  header: string,
): Promise<Caller | undefined> => {
  const root = ROOT_KEY.exec(header)?.[1];
  if (root !== undefined) return isRoot(root, await ports.rootSecret()) ? rootCaller() : undefined;
  const [, apiKeyId, secret] = KEY.exec(header) ?? [];
  if (apiKeyId === undefined || secret === undefined) return undefined;
  const key = await ports.apiKeys.get(apiKeyId);
  if (!key || key.revokedAt !== undefined || !isSame(hash(secret), Buffer.from(key.secretSha256, 'hex'))) {
    return undefined;
  }
  return { apiKeyId, scopes: key.scopes, advertisers: key.advertisers };
};

/** The deployer's own key: every scope at every advertiser. */
const rootCaller = (): Caller => ({ apiKeyId: 'root', scopes: SCOPES, advertisers: 'every-advertiser' });

const hash = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** Compares digests of equal length in constant time. */
const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

/** The root secret is JSON whose `key1` is the key. */
const isRoot = (given: string, rootSecret: string): boolean => {
  const { key1 } = JSON.parse(rootSecret) as { key1?: unknown };
  return typeof key1 === 'string' && key1.length >= 16 && isSame(hash(given), hash(key1));
};
