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

/** What a link for reports of an answer, or of a code, says: it is of no message of an advertiser. Without a purpose it is of the one that every STOP means. */
export type AnswerLink = Pick<OppositionToken, 'advertiserId' | 'contactId' | 'messageId'> &
  Partial<Pick<OppositionToken, 'purpose'>>;

/** What the mailbox of one contact says: a mail to it opposes for that contact (decision 0084). */
export interface MailboxToken {
  readonly advertiserId: AdvertiserId;
  readonly contactId: ContactId;
  /** The message that named the mailbox was a relational one: such messages stop too. */
  readonly isRelational: boolean;
}

/** Addresses that a mail to is a stop, whoever it is from and whatever it says. */
export interface Mailboxes {
  /** At most 63 characters before the `@`, none of them a capital. `undefined`: a contact id of a later form. */
  addressOf(facts: MailboxToken): string | undefined;
  /**
   * What the part before the `@` says, for each of these advertisers that may have written it: one, but for a coincidence of
   * 40 bits. `undefined` where it is no mailbox of ours at all; empty where it looks like one and nobody wrote it.
   */
  read(localPart: string, among: readonly AdvertiserId[]): readonly MailboxToken[] | undefined;
}

export interface Tokens {
  /** Opaque, authenticated, without address, at most 165 characters of base64url. */
  mint(facts: OppositionToken): string;
  /** The same for a provider, which reports by it what became of a message and what was answered to it: no link of a reader. */
  mintForReports(facts: OppositionToken): string;
  /** What the link of a reader says. `undefined` when it cannot be read: wrong, cut, of an unknown key, or made for reports. Constant-time. */
  read(token: string): OppositionToken | undefined;
  /** The same of what reports come to: made for them, or the link of a reader, which providers were given before. */
  readForReports(token: string): OppositionToken | undefined;
  /** Absent where the deployment receives no mail. */
  readonly mailboxes?: Mailboxes | undefined;
}
