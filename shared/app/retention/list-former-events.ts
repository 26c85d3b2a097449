import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { contactNotFound } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import type { FormerEvent, FormerEvents } from './former-events.port.ts';

/**
 * One page of what the archive has of a contact, oldest first. Throws `contact-not-found` where it has nothing: nobody learns
 * whether the contact is another's, in use, or not there at all (P9).
 */
export const listFormerEvents = async (
  former: Pick<FormerEvents, 'page'>,
  access: AdvertiserAccess,
  contactId: ContactId,
  page: PageAsked,
): Promise<Page<FormerEvent>> => {
  const found = await former.page(access, contactId, page);
  if (page.after === undefined && found.items.length === 0 && found.next === undefined) throw contactNotFound();
  return found;
};
