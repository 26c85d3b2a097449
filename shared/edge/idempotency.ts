import { requestIdOf } from '#shared/domain/contact/fingerprint.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { RequestHash } from '../app/records/ledger.port.ts';
import { idempotencyKeyMissing, invalidRequest } from '../domain/failure.ts';
import type { AdvertiserId } from '../domain/ids.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * The key of a creating request. `required`: throws `idempotency-key-missing` without one. `or-body`: the body is used
 * instead, so that an opposition is never lost for a missing header.
 */
export const idempotencyKeyOf = (header: string | undefined, rule: 'required' | 'or-body', bodySha256: string) => {
  if (header !== undefined && !KEY.test(header)) {
    throw invalidRequest([
      { pointer: '', parameter: 'Idempotency-Key', detail: '1 to 200 visible ASCII characters, without spaces' },
    ]);
  }
  if (header !== undefined) return `key/${header}`;
  if (rule === 'required') throw idempotencyKeyMissing();
  return `body/${bodySha256}`;
};

/** Makes the hashes of one request: two operations never share a key, and each item of a batch has its own. */
export const requestHasher =
  (operation: string, key: string) =>
  (owner: AdvertiserId | `caller/${string}`, body: unknown, index = 0): RequestHash => ({
    requestId: requestIdOf(owner as AdvertiserId, `${operation}/${key}`, index),
    bodySha256: sha256OfJson(body),
  });
