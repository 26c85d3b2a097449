import { acting } from '#functions/wiring/acting.ts';
import { partnerNotifications } from '#functions/wiring/rights.ts';
import { advertisers, clock } from '#functions/wiring.ts';
import { givePartnerNotifications } from '#shared/app/partners/give-partner-notifications.ts';
import { givenOutcomes } from '#shared/contracts/http/partners/view.ts';
import { givePartnerNotificationsRoute } from '#shared/contracts/http/routes/give-partner-notifications.ts';
import { parseEach } from '#shared/edge/validate.ts';

/** Records that up to 100 notifications were given to a partner. */
export const handler = acting(
  givePartnerNotificationsRoute,
  async ({ env, body: { advertiserId, partner, notifications, ...giving }, caller, accessTo, outcomes }) => {
    const access = accessTo(advertiserId);
    const items = parseEach(givePartnerNotificationsRoute.item, notifications);
    const ports = { notifications: partnerNotifications(env), advertisers: advertisers(env), clock };
    const taken = await givePartnerNotifications(ports, items, {
      access,
      partner,
      giving: { ...giving, apiKeyId: caller.apiKeyId },
    });
    return outcomes({ all: 200 }, givenOutcomes(taken));
  },
);
