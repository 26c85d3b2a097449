import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import type { Claim, Message } from '#shared/domain/message/message.ts';

export type ClaimOutcome =
  | { readonly outcome: 'claimed' }
  /** The bucket changed since the read: read and vet again. */
  | { readonly outcome: 'changed' }
  /** The message is in the bucket already: this is its entry. */
  | { readonly outcome: 'claimed-before'; readonly entry: Claim };

/** A bucket as it was read; `revision` 0: there is none yet. */
export interface SendsBucket {
  readonly month: string;
  readonly channel: Channel;
  readonly revision: number;
  /** Buckets of the same channel that others claim in at the same time. Absent: none. */
  readonly beside?: readonly { readonly month: string; readonly revision: number }[] | undefined;
}

/** What of a message says where its claim is. */
export type Claimable = Pick<Message, 'messageId' | 'contactId' | 'claimMonth' | 'channel'>;

/** The claims (docs/failure-modes.md), on the SENDS item of the message's `claimMonth`. */
export interface Claims {
  /** The claim of a message, read without the rest of its contact; `undefined`: there is none. Throws `stored-unreadable`. */
  find(access: AdvertiserAccess, message: Claimable): Promise<Claim | undefined>;
  /** One write, which fails where its bucket or one beside it changed since the read. */
  claim(access: AdvertiserAccess, contactId: ContactId, bucket: SendsBucket, entry: Claim): Promise<ClaimOutcome>;
  /** Removes our own claim after a *not taken* answer; true when it was still ours and without a result. */
  release(access: AdvertiserAccess, message: Claimable, entry: Claim): Promise<boolean>;
  /** Writes the result of a claim. */
  settle(access: AdvertiserAccess, message: Claimable, result: 'sent' | 'unknown'): Promise<void>;
}
