import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { type ContactId, contactIdOf, type FactId } from '#shared/domain/ids.ts';
import type { NotificationState, PartnerNotification } from '#shared/domain/partner/partner-notification.ts';
import type { Key } from '../keys.ts';

/**
 * Keys of what partners have of people, and are to be notified. Every question, and the read that answers it:
 *
 * | question | pk | sk | read |
 * |---|---|---|---|
 * | Which data of this contact went to whom? | `PARTNERS#<advertiser>#<contact>` | `DISCLOSED#<hash>` | strong Query, conditional Put |
 * | What is this partner to be notified, and was it? | same | `NOTIFICATION#<hash>` | strong Get, conditional transaction |
 * | What are partners to be notified, since when? | `NOTIFICATIONS#<advertiser>` | `LISTED#1#<since>#<notification>`; given: `2`; acknowledged: `3`; closed: `4` | strong Query, page by page, and a Get each |
 *
 * Nothing of a contact itself lies there: who writes these writes nothing of what a vet reads.
 */
const DISCLOSED = 'DISCLOSED#';
/** Where all lies that partners have of a contact, and are notified of. */
export const partnersPk = (access: AdvertiserAccess, contactId: ContactId): string =>
  `PARTNERS#${access.advertiserId}#${contactId}`;
const hashIn = (id: FactId): string => id.slice(id.lastIndexOf('.') + 1);
const ofContact = (access: AdvertiserAccess, id: FactId, prefix: string): Key => ({
  pk: partnersPk(access, contactIdOf(id)),
  sk: `${prefix}${hashIn(id)}`,
});

export const disclosureKey = (access: AdvertiserAccess, id: FactId): Key => ofContact(access, id, DISCLOSED);
export const disclosuresOfContact = (access: AdvertiserAccess, contactId: ContactId) => ({
  pk: partnersPk(access, contactId),
  from: DISCLOSED,
  to: `${DISCLOSED}~`,
});
export const notificationKey = (access: AdvertiserAccess, id: FactId): Key => ofContact(access, id, 'NOTIFICATION#');
export const notificationsPk = (access: AdvertiserAccess): string => `NOTIFICATIONS#${access.advertiserId}`;
export const LISTED_NOTIFICATIONS = 'LISTED#';
const POSITIONS = { open: '1', given: '2', acknowledged: '3', closed: '4' } as const satisfies Record<
  NotificationState,
  string
>;
/** Where open ones are listed: before all others. */
export const OPEN_NOTIFICATIONS = `${LISTED_NOTIFICATIONS}${POSITIONS.open}#`;
export const listedNotificationKey = (
  access: AdvertiserAccess,
  { state, since, id }: Pick<PartnerNotification, 'state' | 'since' | 'id'>,
): Key => ({ pk: notificationsPk(access), sk: `${LISTED_NOTIFICATIONS}${POSITIONS[state]}#${since}#${id}` });
