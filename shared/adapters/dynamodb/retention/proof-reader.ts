import type * as z from 'zod/mini';
import type { Clock } from '#shared/app/clock.port.ts';
import type { KeptProof, ProofReader } from '#shared/app/retention/proof-archive.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { readable, storedUnreadable } from '#shared/domain/unreadable.ts';
import type { ArchiveOpen } from '../../crypto/archive-keys.ts';
import { tableAway } from '../../stores-away.ts';
import { stretchOf } from '../rights/held/stretch.ts';
import { getItem, type Item, isExpired, type Table } from '../table.ts';
import { openedFacts } from './encrypted-facts.ts';
import { FormerEventItem, SentProofItem } from './retention-items.ts';
import { FORMER_EVENTS, proofKey } from './retention-keys.ts';

type Deps = Table & {
  readonly clock: Clock;
  readonly openFor: (advertiserId: AdvertiserId, wrappedKey: Uint8Array) => Promise<ArchiveOpen>;
};

/** An event that was moved here was recorded when it was; what was sent says when. */
const storedProof = (item: Item): z.infer<typeof SentProofItem> => {
  if (!String(item.sk).startsWith(FORMER_EVENTS)) return readStored(SentProofItem, item);
  const { recordedAt: at, endedAt: _term, ...rest } = readStored(FormerEventItem, item);
  return { ...rest, entity: 'sent-proof', at };
};

const keptProof = async ({ openFor }: Deps, access: AdvertiserAccess, of: string, item: Item): Promise<KeptProof> => {
  const { sk, at, facts, wrappedKey, encrypted, encryptedBytes, expiresAt } = readable(() => storedProof(item));
  const found = { advertiserId: access.advertiserId, of, place: sk, at, until: toInstant(expiresAt * 1000) };
  // As a release kept it that had no key of the archive.
  if (facts !== undefined) return { ...found, facts };
  if (wrappedKey === undefined || encrypted === undefined) throw storedUnreadable();
  const open = await openFor(access.advertiserId, wrappedKey);
  return {
    ...found,
    facts: openedFacts(open, access, found, { wrappedKey, encrypted, ...(encryptedBytes && { encryptedBytes }) }),
  };
};

/** What reads the archive on DynamoDB, and opens its facts. */
export const proofReaderOf = (deps: Deps): ProofReader => ({
  find: async (access, of, place) => {
    const item = await getItem(deps, proofKey(access, of, place), tableAway);
    return item === undefined || isExpired(item, deps.clock) ? undefined : keptProof(deps, access, of, item);
  },
  page: async (access, of, { beginning, after, limit }) => {
    const { items, next } = await stretchOf(deps, {
      pk: proofKey(access, of, '').pk,
      prefix: beginning,
      after,
      ...(limit && { limit }),
    });
    const kept = items.filter((item) => !isExpired(item, deps.clock));
    return { proofs: await Promise.all(kept.map((item) => keptProof(deps, access, of, item))), next };
  },
});
