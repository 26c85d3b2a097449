import { createHash, createHmac } from 'node:crypto';
import { isSameBytes } from '#shared/domain/contact/same-secret.ts';
import { keyTextsOf } from '../crypto/key-ring.ts';
import { fieldsOfJson } from '../fields-of-json.ts';

/** The keys that we share with a provider, by their names in the secret. */
export interface SharedKeys {
  /** The name of the one that we sign with. */
  readonly current: string;
  textOf(name: string): string | undefined;
}

/** Reads `{ "key1": "<at least 43 characters>", "key2": …, "current": 2 }` as every secret of ours is read. Throws for any other form. */
export const sharedKeysOf = (secret: string): SharedKeys => {
  const { texts, current } = keyTextsOf(secret);
  const textOf = (name: string): string | undefined => texts.get(Number(/^key([1-9]\d?)$/.exec(name)?.[1]));
  return { current: `key${current}`, textOf };
};

const macOf = (key: string, time: string, body: string | Uint8Array): Buffer =>
  createHmac('sha256', Buffer.from(key, 'utf8')).update(`${time}.`).update(body).digest();

/** Headers that say who sends this body and when: `aval-timestamp`, and `aval-signature: key1=<hex>` over `<timestamp>.<body>`. */
export const signedHeaders = (keys: SharedKeys, seconds: number, body: string): Readonly<Record<string, string>> => {
  const time = String(seconds);
  const key = keys.textOf(keys.current) ?? '';
  return { 'aval-timestamp': time, 'aval-signature': `${keys.current}=${macOf(key, time, body).toString('hex')}` };
};

/** Seconds by which the clock of the other side may differ, and after which the same headers are worth nothing. */
const TOLERANCE_SECONDS = 300;

/** What came, before anyone believes it. */
export interface Received {
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The very bytes of the body. */
  readonly body: Uint8Array;
  /** Our clock, in seconds. */
  readonly now: number;
}

/** Whether what came is from the other holder of the keys, and of now. */
export type Verifier = (received: Received, keys: SharedKeys) => boolean;

const isOfNow = (seconds: number, now: number): boolean =>
  Number.isSafeInteger(seconds) && Math.abs(now - seconds) <= TOLERANCE_SECONDS;

const byHmac: Verifier = ({ headers, body, now }, keys) => {
  const time = headers['aval-timestamp'] ?? '';
  const [, name = '', mac = ''] = /^(key\d{1,2})=([0-9a-f]{64})$/.exec(headers['aval-signature'] ?? '') ?? [];
  const key = keys.textOf(name);
  if (key === undefined || !/^\d{1,12}$/.test(time) || !isOfNow(Number(time), now)) return false;
  return isSameBytes(Buffer.from(mac, 'hex'), macOf(key, time, body));
};

const fieldsIn = (part: string) => fieldsOfJson(Buffer.from(part, 'base64url').toString('utf8'));

/**
 * The claims of the token that a report bears (RFC 7519), where it is signed by a key of ours, is of now, and holds the SHA-256 of this very
 * body in hexadecimal (`payload_hash`). HS256 alone: whoever names another algorithm is refused. `undefined`: it is none.
 */
export const signedToken = (
  { headers, body, now }: Received,
  keyNamed: (kid: unknown) => string | undefined,
): Readonly<Record<string, unknown>> | undefined => {
  const token = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(headers.authorization ?? '');
  const [, head = '', claims = '', mac = ''] = token ?? [];
  const { alg, kid } = fieldsIn(head);
  const stated = fieldsIn(claims);
  const { iat, exp, payload_hash: hash } = stated;
  const key = keyNamed(kid);
  if (alg !== 'HS256' || key === undefined || typeof iat !== 'number' || !isOfNow(iat, now)) return undefined;
  if (exp !== undefined && !(typeof exp === 'number' && exp > now)) return undefined;
  if (hash !== createHash('sha256').update(body).digest('hex')) return undefined;
  const expected = createHmac('sha256', Buffer.from(key, 'utf8')).update(`${head}.${claims}`).digest();
  return isSameBytes(Buffer.from(mac, 'base64url'), expected) ? stated : undefined;
};

const byJwt: Verifier = (received, keys) =>
  signedToken(received, (kid = keys.current) => keys.textOf(String(kid))) !== undefined;

/** By what a provider that speaks our contract signs. */
export const VERIFIERS: Readonly<Record<'hmac' | 'jwt', Verifier>> = { hmac: byHmac, jwt: byJwt };
