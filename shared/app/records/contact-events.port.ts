import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';

/** The events of a contact, page by page. */
export interface ContactEvents {
  /**
   * At most `limit` events with a position before `beforeSeq`, latest first; `undefined` for an unknown or expired
   * contact. Events from before its expiry are not shown.
   */
  latest(
    access: AdvertiserAccess,
    contactId: ContactId,
    page: { readonly limit: number; readonly beforeSeq?: number | undefined },
  ): Promise<readonly LedgerEvent[] | undefined>;
  /** What they came to; `undefined` as above. */
  standing(access: AdvertiserAccess, contactId: ContactId): Promise<Standing | undefined>;
}
