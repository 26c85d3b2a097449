import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { ShownNotification } from '#shared/domain/partner/partner-notification.ts';
import { document } from '../document.ts';
import { nextCursor, pageParameters } from '../page.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** What partners of an advertiser are to be notified of, and the proof that they were. */
export const listPartnerNotificationsRoute = route({
  name: 'list-partner-notifications',
  method: 'GET',
  path: '/v1/partner-notifications',
  scope: 'requests:answer',
  query: z.extend(AdvertiserQuery, pageParameters),
});

const NotificationsPage = z.strictObject({
  notifications: about(
    'Notifications: open ones first, then those that no partner has confirmed, those that one has, and those that need not be given; each group by since when they are due.',
    z.array(ShownNotification),
  ),
  nextCursor,
});

document(listPartnerNotificationsRoute, () => ({
  summary: 'What partners must be notified of who opposed, withdrew or was erased: open notifications first',
  answers: [{ status: 200, means: 'One page of notifications', body: NotificationsPage }],
  problems: ['advertiser-not-found'],
}));
