import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { concurrentChange, invalidRequest } from '#shared/domain/failure.ts';
import type { FactId } from '#shared/domain/ids.ts';
import { Closing, type PartnerNotification, withClosing } from '#shared/domain/partner/partner-notification.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { PartnerNotifications } from './partner-records.port.ts';

const TRIES = 5;

type Notifications = Pick<PartnerNotifications, 'get' | 'replace'>;

/**
 * Records of a notification that it need not be given. Resolves to it, as it is then; `undefined`: there is none. What was closed before
 * stays as it was. Throws `concurrent-change`.
 */
export const closeOne = async (
  notifications: Notifications,
  access: AdvertiserAccess,
  id: FactId,
  closing: Closing,
): Promise<PartnerNotification | undefined> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await notifications.get(access, id);
    if (found === undefined) return undefined;
    const after = withClosing(found, closing);
    if (after === undefined) return found;
    if (await notifications.replace(access, found, after)) return after;
  }
  throw concurrentChange();
};

/** That an operator says of a partner that it cannot be notified, or not with an effort that is proportionate. */
export interface CloseNotification {
  readonly access: AdvertiserAccess;
  readonly id: FactId;
  /** SIREN of the partner. */
  readonly partner: string;
  readonly because: Exclude<Closing['because'], 'annulled'>;
  readonly reason: string;
}

/**
 * Closes an open notification that cannot be given (GDPR art. 19). The same again changes nothing. Throws `advertiser-not-found`, and
 * `invalid-request` for one that is not of this partner, that was given, or whose reason is no line.
 */
export const closeNotification = async (
  ports: {
    readonly notifications: Notifications;
    readonly advertisers: Pick<Advertisers, 'get'>;
    readonly clock: Clock;
  },
  { access, id, partner, because, reason }: CloseNotification,
): Promise<PartnerNotification> => {
  await knownAdvertiser(ports.advertisers, access);
  const said = Closing.safeParse({ closedAt: ports.clock.now(), because, reason });
  if (!said.success) throw invalidRequest([{ pointer: '/reason', detail: 'one line of 1 to 200 characters' }]);
  const found = await ports.notifications.get(access, id);
  if (found?.partner.siren !== partner)
    throw invalidRequest([{ pointer: '/id', detail: 'the id of a notification of this partner' }]);
  if (found.givings.length > 0) throw invalidRequest([{ pointer: '/id', detail: 'a notification that was not given' }]);
  return (await closeOne(ports.notifications, access, id, said.data)) ?? found;
};
