import * as z from 'zod/mini';
import { AdvertiserId, Instant, JobId } from '#shared/domain/ids.ts';
import { OppositionScope, Via } from '#shared/domain/opposition/opposition.ts';
import { item } from '../item-of.ts';

/** A key of a list that was checked and not committed, encrypted: no vet reads it. */
export const OfferedListKeyItem = z.strictObject({
  ...item('offered-list-key'),
  advertiserId: AdvertiserId,
  keyId: z.string(),
  ciphertext: z.string(),
  wrappedKey: z.string(),
  expiresAt: z.int(),
});

/** A key that an advertiser shares with a partner, encrypted. */
export const ListKeyItem = z.strictObject({
  ...item('list-key'),
  advertiserId: AdvertiserId,
  keyId: z.string(),
  keptAt: Instant,
  ciphertext: z.string(),
  wrappedKey: z.string(),
});

/** An opposition by a fingerprint: put again by a later one of its scope. No TTL. */
export const ListedOppositionItem = z.strictObject({
  ...item('listed-opposition'),
  advertiserId: AdvertiserId,
  of: OppositionScope,
  via: Via,
  occurredAt: Instant,
  recordedAt: Instant,
  undatedIn: z.optional(z.string()),
  source: z.string(),
  jobId: JobId,
  line: z.int(),
});
