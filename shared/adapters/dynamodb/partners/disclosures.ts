import * as z from 'zod/mini';
import type { Clock } from '#shared/app/clock.port.ts';
import type { ConsentUses, Disclosures } from '#shared/app/partners/partner-records.port.ts';
import { dependencyUnavailable, idempotencyKeyReused } from '#shared/domain/failure.ts';
import { FactId } from '#shared/domain/ids.ts';
import { Channels, Purpose } from '#shared/domain/message/channel.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { termFrom } from '#shared/domain/rights/due.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { storeIfAbsent } from '../conditional.ts';
import { standingKey } from '../keys.ts';
import { between, getItem, type Item, isExpired, queryItems, type Table } from '../table.ts';
import { DisclosureItem } from './partner-items.ts';
import { disclosureKey, disclosuresOfContact } from './partner-keys.ts';

type Deps = Table & { readonly clock: Clock };

const unreachable = (cause: unknown) => dependencyUnavailable('The store of disclosures', cause);

const opened = (item: Item) => {
  const { pk, sk, entity, v, bodySha256, expiresAt, ...disclosure } = readable(() => readStored(DisclosureItem, item));
  return { disclosure, bodySha256 };
};

/** Disclosures on DynamoDB (`partner-keys.ts`). */
export const disclosuresOf = (deps: Deps): Disclosures => ({
  keep: async (access, disclosure, { bodySha256 }) => {
    const key = disclosureKey(access, disclosure.id);
    const expiresAt = epochSeconds(termFrom(disclosure.recordedAt));
    const item = { ...key, entity: 'disclosure', v: 1, ...disclosure, bodySha256, expiresAt };
    const before = await storeIfAbsent(deps, item, unreachable);
    if (before === undefined) return disclosure;
    const first = opened(before);
    if (first.bodySha256 !== bodySha256) throw idempotencyKeyReused();
    return first.disclosure;
  },
  of: async (access, contactId) => {
    const items = await queryItems(deps, between(disclosuresOfContact(access, contactId)), unreachable);
    return items.filter((item) => !isExpired(item, deps.clock)).map((item) => opened(item).disclosure);
  },
});

/** As much of a standing as says what its consents are for. */
const Uses = z.object({ consents: z.array(z.object({ id: FactId, channels: Channels, purpose: Purpose })) });

/** What consents are for, from the standing. One that cannot be read has none to name: then all counts as withdrawn. */
export const consentUsesOf = (table: Table): ConsentUses => ({
  usesOf: async (access, contactId, consentId) => {
    const standing = Uses.safeParse(await getItem(table, standingKey(access, contactId), unreachable));
    const found = standing.data?.consents.find(({ id }) => id === consentId);
    return found && { scope: 'purpose', channels: found.channels, purpose: found.purpose };
  },
});
