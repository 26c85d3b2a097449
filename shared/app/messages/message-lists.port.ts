import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { Message, MessageStatus } from '#shared/domain/message/message.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';

/** Which messages are listed, newest first. */
export interface MessagesAsked {
  /** Of this contact alone. */
  readonly contactId?: ContactId | undefined;
  /** Accepted at this instant or later. */
  readonly from?: Instant | undefined;
  /** Accepted before this instant. */
  readonly until?: Instant | undefined;
  /** In this state now. */
  readonly status?: MessageStatus | undefined;
}

/** Lists of single messages, by indexes that follow the table within a second or so. */
export interface MessageLists {
  /**
   * The messages asked for, newest first. A page may hold fewer than its limit, or none, before the list ends: one goes
   * on while there is a `next`. Without contact, `from` bounds how far back it looks.
   */
  list(
    access: AdvertiserAccess,
    asked: MessagesAsked & { readonly from: Instant; readonly until: Instant },
    page: PageAsked,
  ): Promise<Page<Message>>;
  /** The messages with this short reference: one, as good as always. */
  quoted(access: AdvertiserAccess, shortReference: string): Promise<readonly Message[]>;
}
