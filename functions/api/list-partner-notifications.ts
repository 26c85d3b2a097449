import { partnerNotifications } from '#functions/wiring/rights.ts';
import { advertisers } from '#functions/wiring.ts';
import { listPartnerNotifications } from '#shared/app/partners/list-partner-notifications.ts';
import { nextCursorOf, pageOf } from '#shared/contracts/http/page.ts';
import { partnerNotificationView } from '#shared/contracts/http/partners/view.ts';
import { listPartnerNotificationsRoute } from '#shared/contracts/http/routes/list-partner-notifications.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** What partners of an advertiser are to be notified of, open notifications first. */
export const handler = endpoint(
  listPartnerNotificationsRoute,
  async ({ env, query: { advertiserId, ...page }, accessTo }) => {
    const found = await listPartnerNotifications(
      { notifications: partnerNotifications(env), advertisers: advertisers(env) },
      { access: accessTo(advertiserId), page: pageOf(page) },
    );
    return ok({ notifications: found.items.map(partnerNotificationView), ...nextCursorOf(found) });
  },
);
