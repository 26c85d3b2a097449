import * as z from 'zod/mini';
import { Sha256 } from '#shared/domain/ids.ts';
import { Disclosure } from '#shared/domain/partner/disclosure.ts';
import { PartnerNotification } from '#shared/domain/partner/partner-notification.ts';
import { item } from '../item-of.ts';

/** What the table contains of what partners have of people, item by item (`items.ts`). */

export const DisclosureItem = z.extend(Disclosure, {
  ...item('disclosure'),
  bodySha256: Sha256,
  expiresAt: z.int(),
});

/** `expiresAt`: once it was given; an open one stays. */
export const PartnerNotificationItem = z.extend(PartnerNotification, {
  ...item('partner-notification'),
  expiresAt: z.optional(z.int()),
});

/** A notification in the list of an advertiser. */
export const ListedNotificationItem = z.strictObject({
  ...item('listed-partner-notification'),
  ...z.pick(PartnerNotification, { id: true, state: true, since: true }).shape,
  expiresAt: z.optional(z.int()),
});
