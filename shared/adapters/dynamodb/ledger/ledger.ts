import type { Clock } from '#shared/app/clock.port.ts';
import type { Ledger, LedgerWrite } from '#shared/app/records/ledger.port.ts';
import type { AdvertiserScope } from '#shared/domain/advertiser/advertiser-scope.ts';
import { concurrentChange, oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { contextOfAddress } from '../../crypto/encryption-context.ts';
import type { Vault } from '../../crypto/vault.ts';
import { EventItem, PersonItem, RequestItem, StandingItem } from '../items.ts';
import { eventRange, personKey, requestKey, standingKey } from '../keys.ts';
import { standingOf } from '../plain.ts';
import { between, firstItem, getItem, type Item, isExpired, queryItems, type Table } from '../table.ts';
import { tryAppend } from './append.ts';
import type { Append, PlacedWrite } from './append-items.ts';
import type { EncryptedAddress, ExpiryOf } from './standing-update.ts';

/** What the ledger is made of; `expiryOf` is asked at each write that leaves a standing without opposition. */
export interface LedgerDeps extends Table {
  readonly vault: Vault;
  readonly clock: Clock;
  readonly expiryOf: ExpiryOf;
}

const readLive = async (deps: LedgerDeps, scope: AdvertiserScope, contactId: ContactId): Promise<Item | undefined> => {
  const item = await getItem(deps, standingKey(scope, contactId), oppositionStoreUnavailable);
  return item === undefined || isExpired(item, deps.clock) ? undefined : item;
};

/** Encrypts the address under the contact's own key: the one it has, or a new one. */
const encryptAddress = async (
  deps: LedgerDeps,
  scope: AdvertiserScope,
  { contactId, seen, address }: LedgerWrite,
): Promise<EncryptedAddress | undefined> => {
  if (address === undefined) return undefined;
  const item = seen.seq === 0 ? undefined : await readLive(deps, scope, contactId);
  const wrapped = item === undefined ? undefined : StandingItem.parse(item).wrappedKey;
  const { advertiserId } = scope;
  const key =
    wrapped === undefined ? await deps.vault.newKey(advertiserId) : await deps.vault.unwrap(advertiserId, wrapped);
  return { address: deps.vault.encrypt(key, address, contextOfAddress(scope, contactId)), wrappedKey: key.wrapped };
};

const placeWrite = async (deps: LedgerDeps, scope: AdvertiserScope, write: LedgerWrite): Promise<PlacedWrite> => ({
  write,
  after: write.seen.seq,
  encrypted: await encryptAddress(deps, scope, write),
});

/** Where a contact's chain ends; events outlive the standing that TTL deleted. */
const chainEnd = async (deps: LedgerDeps, scope: AdvertiserScope, contactId: ContactId): Promise<number> => {
  const latestFirst = { ...between(eventRange(scope, contactId, 0)), ScanIndexForward: false };
  const last = await firstItem(deps, latestFirst, oppositionStoreUnavailable);
  return last === undefined ? 0 : EventItem.parse(last).event.seq;
};

const afterFormerLife = async (deps: LedgerDeps, scope: AdvertiserScope, placed: PlacedWrite): Promise<PlacedWrite> => {
  const isNew = placed.write.seen.seq === 0;
  return isNew ? { ...placed, after: await chainEnd(deps, scope, placed.write.contactId) } : placed;
};

const append = async (deps: LedgerDeps, act: Append, writes: readonly LedgerWrite[]) => {
  const attempt = (placed: readonly PlacedWrite[]) => tryAppend(deps, act, placed, deps.expiryOf, deps.clock.now());
  const placed = await Promise.all(writes.map((write) => placeWrite(deps, act.scope, write)));
  const first = await attempt(placed);
  const goesOn = first.outcome === 'chain-goes-on';
  const last = goesOn
    ? await attempt(await Promise.all(placed.map((each) => afterFormerLife(deps, act.scope, each))))
    : first;
  if (last.outcome === 'chain-goes-on') throw concurrentChange();
  if (last.outcome === 'written') return last.standings;
  return Promise.all(
    writes.map(async ({ contactId, seen }) => {
      const item = await readLive(deps, act.scope, contactId);
      return item === undefined ? seen : standingOf(item);
    }),
  );
};

/** The ledger and its standings on DynamoDB (docs/access-patterns.md). */
export const ledgerOf = (deps: LedgerDeps): Ledger => ({
  readStanding: async (scope, contactId) => {
    const item = await readLive(deps, scope, contactId);
    return item === undefined ? undefined : standingOf(item);
  },
  readPerson: async (scope, person) => {
    const item = await getItem(deps, personKey(scope, person), oppositionStoreUnavailable);
    if (item === undefined) return undefined;
    const { contacts, oppositions, lock } = PersonItem.parse(item);
    return { person, contacts, oppositions, lock };
  },
  append: (scope, writes, more) => {
    const at = more?.at ?? deps.clock.now();
    return append(deps, { scope, at, person: more?.person, request: more?.request }, writes);
  },
  findRequest: async (scope, contactId, requestId) => {
    const item = await getItem(deps, requestKey(scope, contactId, requestId), oppositionStoreUnavailable);
    return item === undefined || isExpired(item, deps.clock) ? undefined : RequestItem.parse(item).bodySha256;
  },
  listEvents: async (scope, contactId) => {
    const standing = await readLive(deps, scope, contactId);
    if (standing === undefined) return [];
    const range = between(eventRange(scope, contactId, StandingItem.parse(standing).chainStart));
    const items = await queryItems(deps, range, oppositionStoreUnavailable);
    return items.map((item) => EventItem.parse(item).event);
  },
});
