import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';

/** An event of a contact whose use ended, as the archive has it. */
export interface FormerEvent {
  readonly event: LedgerEvent;
  /** Until when it is kept. */
  readonly until: Instant;
}

/**
 * Events that went to the archive when the use of their contact ended: for what shows proof, gives it to the person, or must not forget what
 * they said. Throws `stored-unreadable`, also while KMS is away, and `dependency-unavailable`.
 */
export interface FormerEvents {
  /** Oldest first. */
  page(access: AdvertiserAccess, contactId: ContactId, page: PageAsked): Promise<Page<FormerEvent>>;
  /** All of them, oldest first. */
  all(access: AdvertiserAccess, contactId: ContactId): Promise<readonly LedgerEvent[]>;
}
