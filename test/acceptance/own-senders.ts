import { createHash } from 'node:crypto';
import type { Client } from '#tools/api-client.ts';

const ADVERTISER = /^\/v1\/advertisers\/([^/?]+)/;

/** The advertiser that a call is about, by its path or its body. */
const advertiserOf = (path: string, body: object): string | undefined =>
  ADVERTISER.exec(path)?.[1] ??
  ('advertiserId' in body && typeof body.advertiserId === 'string' ? body.advertiserId : undefined);

const withSendersOf = (advertiserId: string, body: object): unknown => {
  const mark = createHash('sha256').update(advertiserId).digest('hex').slice(0, 6);
  return JSON.parse(JSON.stringify(body).replaceAll(/\b(maison-?ablette)\.example/g, `$1-${mark}.example`));
};

/**
 * The same API, for worlds that share the words of one advertiser: each writes from a domain of its own, since no two advertisers may write from one address (docs/decisions/0043). What looks like a sender goes on looking like it.
 */
export const withOwnSenders = (client: Client): Client => ({
  as: (key) => withOwnSenders(client.as(key)),
  call: (method, path, body, idempotencyKey) => {
    const isObject = typeof body === 'object' && body !== null;
    const advertiserId = isObject ? advertiserOf(path, body) : undefined;
    const own = isObject && advertiserId !== undefined ? withSendersOf(advertiserId, body) : body;
    return client.call(method, path, own, idempotencyKey);
  },
});
