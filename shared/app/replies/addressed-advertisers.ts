import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { isOwnAddress } from '#shared/domain/advertiser/own-hosts.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { isUnreadable, unharmed } from '#shared/domain/unreadable.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';

const AT_ONCE = 10;

/** An advertiser to whose mailbox a mail was addressed. */
export interface AddressedAdvertiser {
  readonly advertiserId: AdvertiserId;
  /** Its own, by its settings; of settings that cannot be read no address is. */
  readonly isOwn: (address: string) => boolean;
}

/** What can be read of the settings; `undefined`: there are none. */
const settingsOf = async (
  advertisers: Pick<Advertisers, 'get'>,
  advertiserId: AdvertiserId,
): Promise<Pick<Advertiser, 'contact' | 'senders'> | 'unreadable' | undefined> => {
  try {
    return await unharmed(advertisers.get(admit(advertiserId)));
  } catch (error) {
    if (isUnreadable(error)) return 'unreadable';
    throw error;
  }
};

/**
 * The advertisers that these mailboxes name, each by its id. Settings that cannot be read keep no opposition from their advertiser. Throws
 * `dependency-unavailable`.
 *
 * @param mailboxes parts before the `@`
 */
export const addressedAdvertisers = async (
  advertisers: Pick<Advertisers, 'get'>,
  mailboxes: readonly string[],
): Promise<readonly AddressedAdvertiser[]> => {
  const ids = [...new Set(mailboxes)].flatMap((each) => AdvertiserId.safeParse(each).data ?? []);
  const found = await atMost(AT_ONCE, ids, async (advertiserId) => {
    const settings = await settingsOf(advertisers, advertiserId);
    if (settings === undefined) return [];
    const isOwn = (address: string): boolean => settings !== 'unreadable' && isOwnAddress(settings, address);
    return [{ advertiserId, isOwn }];
  });
  return found.flat();
};
