import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import type { PartnerNotification } from '#shared/domain/partner/partner-notification.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { PartnerNotifications } from './partner-records.port.ts';

/** What partners of an advertiser are to be notified of: open ones first, the oldest first. Throws `advertiser-not-found`. */
export const listPartnerNotifications = async (
  ports: {
    readonly notifications: Pick<PartnerNotifications, 'list'>;
    readonly advertisers: Pick<Advertisers, 'get'>;
  },
  { access, page }: { readonly access: AdvertiserAccess; readonly page: PageAsked },
): Promise<Page<PartnerNotification>> => {
  await knownAdvertiser(ports.advertisers, access);
  return ports.notifications.list(access, page);
};
