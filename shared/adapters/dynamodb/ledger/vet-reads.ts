import type { Clock } from '#shared/app/clock.port.ts';
import type { OppositionLists } from '#shared/app/imports/opposition-lists.port.ts';
import type { VetInput, VetReads } from '#shared/app/verdicts/vet-reads.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { withListed } from '#shared/domain/ledger/with-listed.ts';
import { LONGEST_VALIDITY_DAYS } from '#shared/domain/message/message.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { addDays, monthOf } from '#shared/domain/time/instant.ts';
import { readable, unharmed } from '#shared/domain/unreadable.ts';
import { contextOfAddress, contextOfHoles } from '../../crypto/encryption-context.ts';
import type { Vault } from '../../crypto/vault.ts';
import { StandingItem } from '../items.ts';
import { standingKey, vetRange } from '../keys.ts';
import { textOfHoles } from '../messages/holes-text.ts';
import { sendsOf, standingOf } from '../plain.ts';
import { between, type Item, isExpired, queryItems, type Table } from '../table.ts';

/** Caps and quotas look back 30 days, and a claim is stored under the month in which its message was accepted. */
const LONGEST_WINDOW_DAYS = 30;

/** The first month whose claims may still count. */
export const firstMonth = (at: Instant): string => monthOf(addDays(at, -LONGEST_WINDOW_DAYS - LONGEST_VALIDITY_DAYS));

/** What is kept of a contact under its key. */
type Opened = Pick<VetInput, 'address' | 'encryptHolesOf'>;

const NOTHING: Opened = { address: undefined };

const openStanding = async (
  vault: Vault,
  access: AdvertiserAccess,
  contactId: ContactId,
  item: Item | undefined,
): Promise<Opened> => {
  if (item === undefined) return NOTHING;
  const { address, wrappedKey } = readable(() => readStored(StandingItem, item));
  if (address === undefined || wrappedKey === undefined) return NOTHING;
  const key = await unharmed(vault.unwrap(access.advertiserId, wrappedKey));
  return {
    address: readable(() => vault.decrypt(key, address, contextOfAddress(access, contactId))),
    encryptHolesOf: (messageId) => (holes) => vault.encrypt(key, textOfHoles(holes), contextOfHoles(access, messageId)),
  };
};

/**
 * One strongly consistent Query per vet, and one more for each key that the advertiser shares with a partner: beside it where the address is
 * known, after it where it is kept with the contact. A read that fails, or an item that cannot be read, throws
 * `OPPOSITION_STORE_UNAVAILABLE`, never an empty answer.
 */
export const vetReadsOf = (
  deps: Table & {
    readonly vault: Vault;
    readonly clock: Clock;
    /** Absent: who asks decides on no message. */
    readonly lists?: Pick<OppositionLists, 'of'> | undefined;
  },
): VetReads => ({
  read: async (access, contactId, at, writtenTo) => {
    // Before the question: what is acknowledged while its answer is on the way is not in it.
    const readAt = deps.clock.now();
    const range = between(vetRange(access, contactId, firstMonth(at)));
    const [found, ofWritten] = await Promise.all([
      queryItems(deps, range, oppositionStoreUnavailable),
      writtenTo === undefined ? [] : (deps.lists?.of(access, writtenTo) ?? []),
    ]);
    const live = found.filter((item) => !isExpired(item, deps.clock));
    // By its key: whatever else it has lost, an item in the place of the standing is no contact that nobody knows.
    const isOfContact = ({ sk }: Item) => sk === standingKey(access, contactId).sk;
    const standing = live.find(isOfContact);
    const { address: kept, ...opened } = await openStanding(deps.vault, access, contactId, standing);
    const address = writtenTo ?? kept;
    const listed =
      writtenTo === undefined && kept !== undefined ? ((await deps.lists?.of(access, kept)) ?? []) : ofWritten;
    const own = standing === undefined ? undefined : readable(() => standingOf(standing));
    return {
      standing: address === undefined ? own : withListed({ access, contactId, address }, own, listed),
      sends: readable(() => live.filter((item) => !isOfContact(item)).map(sendsOf)),
      address: kept,
      ...opened,
      readAt,
    };
  },
});
