import type { Clock } from '#shared/app/clock.port.ts';
import type { Ledger, LedgerWrite, StoredRequest } from '#shared/app/records/ledger.port.ts';
import { kindOfDeliverable } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { readable, unharmed } from '#shared/domain/unreadable.ts';
import { contextOfAddress } from '../../crypto/encryption-context.ts';
import type { Vault } from '../../crypto/vault.ts';
import { storeUnlessLive } from '../conditional.ts';
import { itemBytes } from '../item-size.ts';
import { EventItem, PersonItem, RequestItem, StandingItem } from '../items.ts';
import { eventRange, personKey, requestKey, standingKey } from '../keys.ts';
import { standingOf } from '../plain.ts';
import { between, getItem, type Item, isExpired, queryItems, type Table, toImage } from '../table.ts';
import { writeAll } from './append.ts';
import { requestItem } from './append-items.ts';
import { isEventPosition } from './event-positions.ts';
import { glimpsesOf, lastPositionOf } from './glimpses.ts';
import type { EncryptedAddress, ExpiryOf } from './standing-update.ts';

/** What the ledger is made of; `expiryOf` is asked at each write that leaves a standing without opposition. */
export interface LedgerDeps extends Table {
  readonly vault: Vault;
  readonly clock: Clock;
  readonly expiryOf: ExpiryOf;
}

const readLive = async (
  deps: LedgerDeps,
  access: AdvertiserAccess,
  contactId: ContactId,
): Promise<Item | undefined> => {
  const item = await getItem(deps, standingKey(access, contactId), oppositionStoreUnavailable);
  return item === undefined || isExpired(item, deps.clock) ? undefined : item;
};

/** Where the timeline of a contact begins; `undefined`: there is none, or it has expired. */
const chainStartOf = async (
  deps: LedgerDeps,
  access: AdvertiserAccess,
  contactId: ContactId,
): Promise<number | undefined> => {
  const item = await readLive(deps, access, contactId);
  return item === undefined ? undefined : readable(() => readStored(StandingItem, item)).chainStart;
};

/** What a telephone number shows of where it rings: the plus and three digits, as long as the longest prefix. */
const prefixOf = (address: string): string | undefined =>
  kindOfDeliverable(address) === 'phone' ? address.slice(0, 4) : undefined;

/** Encrypts the address under the contact's own key: the one it has, or a new one. */
const encryptAddress = async (
  deps: LedgerDeps,
  access: AdvertiserAccess,
  { contactId, seenSeq, address }: LedgerWrite,
): Promise<EncryptedAddress | undefined> => {
  if (address === undefined) return undefined;
  const item = seenSeq === 0 ? undefined : await readLive(deps, access, contactId);
  const wrapped = item === undefined ? undefined : readable(() => readStored(StandingItem, item)).wrappedKey;
  const { advertiserId } = access;
  const key =
    wrapped === undefined
      ? await deps.vault.newKey(advertiserId)
      : await unharmed(deps.vault.renew(advertiserId, wrapped));
  const encrypted = deps.vault.encrypt(key, address, contextOfAddress(access, contactId));
  return { address: encrypted, wrappedKey: key.wrapped, prefix: prefixOf(address) };
};

/** What leaves the standing of a contact that is erased: its address and its key, as they are stored. */
const leaving = async (deps: LedgerDeps, access: AdvertiserAccess, { contactId, erases }: LedgerWrite) => {
  if (erases === undefined) return {};
  const item = await readLive(deps, access, contactId);
  if (item === undefined) return { leaves: undefined };
  const { address, wrappedKey } = readable(() => readStored(StandingItem, item));
  return { leaves: wrappedKey === undefined ? undefined : { address, wrappedKey } };
};

/** Encrypted address, wrapped key, key attributes, `entity`, `v`, `chainStart`, `expiresAt`, in bytes. */
const STORE_OVERHEAD = 320;

const bytesOf = (standing: Standing): number => itemBytes(toImage(standing)) + STORE_OVERHEAD;

const storedRequestOf = (item: Item): StoredRequest => {
  const { contactId, bodySha256 } = readable(() => readStored(RequestItem, item));
  return { contactId, bodySha256 };
};

/** The ledger and its standings on DynamoDB (docs/access-patterns.md). */
export const ledgerOf = (deps: LedgerDeps): Ledger => ({
  glimpse: glimpsesOf(deps),
  readStanding: async (access, contactId) => {
    const item = await readLive(deps, access, contactId);
    return item === undefined ? undefined : readable(() => standingOf(item));
  },
  readPerson: async (access, person) => {
    const item = await getItem(deps, personKey(access, person), oppositionStoreUnavailable);
    if (item === undefined) return undefined;
    const { contacts, oppositions, mergedInto, merged, lock } = readable(() => readStored(PersonItem, item));
    return { person, contacts, oppositions, ...(mergedInto && { mergedInto }), ...(merged && { merged }), lock };
  },
  append: async (access, writes, more) => {
    const encrypted = await Promise.all(
      writes.map(async (write) =>
        'opposition' in write
          ? write
          : { write, encrypted: await encryptAddress(deps, access, write), ...(await leaving(deps, access, write)) },
      ),
    );
    return writeAll(deps, access, encrypted, more, { now: deps.clock.now(), expiryOf: deps.expiryOf });
  },
  bytesOf,
  lastPosition: (access, contactId) => lastPositionOf(deps, access, contactId),
  findRequest: async (access, requestId) => {
    const item = await getItem(deps, requestKey(access, requestId), oppositionStoreUnavailable);
    return item === undefined || isExpired(item, deps.clock) ? undefined : storedRequestOf(item);
  },
  takeRequest: async (access, contactId, request, at) => {
    const item = requestItem(access, contactId, request, at);
    const before = await storeUnlessLive(deps, item, at, oppositionStoreUnavailable);
    return before === undefined ? { contactId, bodySha256: request.bodySha256 } : storedRequestOf(before);
  },
  listEvents: async (access, contactId, since) => {
    const start = since === 'ever' ? 0 : await chainStartOf(deps, access, contactId);
    if (start === undefined) return [];
    const items = await queryItems(deps, between(eventRange(access, contactId, start)), oppositionStoreUnavailable);
    const own = items.filter((item) => !isEventPosition(item));
    return readable(() => own.map((item) => readStored(EventItem, item).event));
  },
});
