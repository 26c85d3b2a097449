import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AudienceListId, ContactId, Instant } from '#shared/domain/ids.ts';
import type { SelectedContact } from './audience-pages.port.ts';

/** A contact of a list. */
interface ListedContact extends SelectedContact {
  /** The line of the file that named it first. */
  readonly line: number;
}

/** Lists of contacts that were uploaded for campaigns. */
export interface AudienceLists {
  /** Those of up to 100 contacts of whom something is recorded now. */
  known(access: AdvertiserAccess, contactIds: readonly ContactId[]): Promise<readonly SelectedContact[]>;
  /** Puts a contact on a list, until the list ends. True: no other line named it before. */
  put(
    access: AdvertiserAccess,
    list: { readonly listId: AudienceListId; readonly endsAt: Instant },
    contact: ListedContact,
  ): Promise<boolean>;
}
