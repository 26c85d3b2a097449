import type { Clock } from '#shared/app/clock.port.ts';
import type { VetReads } from '#shared/app/verdicts/vet-reads.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { LONGEST_VALIDITY_DAYS } from '#shared/domain/message/message.ts';
import { addDays, monthOf } from '#shared/domain/time/instant.ts';
import { contextOfAddress } from '../../crypto/encryption-context.ts';
import type { Vault } from '../../crypto/vault.ts';
import { StandingItem } from '../items.ts';
import { vetRange } from '../keys.ts';
import { sendsOf, standingOf } from '../plain.ts';
import { between, type Item, isExpired, queryItems, type Table } from '../table.ts';

/** Caps and quotas look back 30 days, and a claim is stored under the month in which its message was accepted. */
const LONGEST_WINDOW_DAYS = 30;

const firstMonth = (at: Instant): string => monthOf(addDays(at, -LONGEST_WINDOW_DAYS - LONGEST_VALIDITY_DAYS));

const decryptAddress = async (
  vault: Vault,
  access: AdvertiserAccess,
  contactId: ContactId,
  item: Item | undefined,
): Promise<string | undefined> => {
  if (item === undefined) return undefined;
  const { address, wrappedKey } = StandingItem.parse(item);
  if (address === undefined || wrappedKey === undefined) return undefined;
  return vault.decrypt(
    await vault.unwrap(access.advertiserId, wrappedKey),
    address,
    contextOfAddress(access, contactId),
  );
};

/** One strongly consistent Query per vet. A read that fails throws `OPPOSITION_STORE_UNAVAILABLE`, never an empty answer. */
export const vetReadsOf = (deps: Table & { readonly vault: Vault; readonly clock: Clock }): VetReads => ({
  read: async (access, contactId, at) => {
    const range = between(vetRange(access, contactId, firstMonth(at)));
    const found = await queryItems(deps, range, oppositionStoreUnavailable);
    const live = found.filter((item) => !isExpired(item, deps.clock));
    const standing = live.find(({ entity }) => entity === 'standing');
    return {
      standing: standing === undefined ? undefined : standingOf(standing),
      sends: live.filter(({ entity }) => entity === 'sends').map(sendsOf),
      address: await decryptAddress(deps.vault, access, contactId, standing),
      readAt: deps.clock.now(),
    };
  },
});
