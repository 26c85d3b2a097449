import type { AdvertiserId, ContactId, MessageId } from '#shared/domain/ids.ts';
import type { Channel, Purpose } from '#shared/domain/message/channel.ts';

/** What an opposition link says, once it is decrypted and authenticated. */
export interface OppositionToken {
  readonly advertiserId: AdvertiserId;
  readonly contactId: ContactId;
  readonly messageId: MessageId;
  readonly channel: Channel;
  readonly purpose: Purpose;
}

export interface Tokens {
  /** Opaque, authenticated, without address, at most 165 characters of base64url. */
  mint(facts: OppositionToken): string;
  /** `undefined` when it cannot be read: wrong, cut, or of an unknown key. Constant-time. */
  read(token: string): OppositionToken | undefined;
}
