import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import type { Claim } from '#shared/domain/message/message.ts';

/** What was handed over for a contact, of which no message is stored: a campaign sent it, or the message is kept no more. */
export interface HandedOver extends Pick<Claim, 'messageId' | 'claimedAt' | 'result'> {
  readonly channel: Channel;
}

/** Which are wanted. */
interface HandedOverAsked {
  /** At most so many. */
  readonly most: number;
  /** Those that come after this position, as `positionOfSent` says it. Absent: the latest. */
  readonly after?: string | undefined;
}

/** What was handed over for contacts. */
export interface HandOffsTo {
  /** The latest first, as far back as it is kept. Throws `stored-unreadable` and `dependency-unavailable`. */
  of(access: AdvertiserAccess, contactId: ContactId, asked: HandedOverAsked): Promise<readonly HandedOver[]>;
}
