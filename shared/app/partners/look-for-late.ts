import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { settleAtMost } from '#shared/domain/at-most.ts';
import { lateBefore } from '#shared/domain/partner/partner-notification.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { AdvertiserList } from '../oppositions/advertiser-list.port.ts';
import type { LateNotifications } from './partner-records.port.ts';

const AT_ONCE = 8;
/** One that stays open would keep the alarm, and hide the next. */
const DAYS_OF_RINGING = 1;

/**
 * How many notifications of partners began to wait for too long in the last day, of every advertiser, and the first thing that kept some from being counted. One
 * whose notifications cannot be read keeps no other from it.
 */
export const lookForLate = async (ports: {
  readonly notifications: LateNotifications;
  readonly advertiserList: AdvertiserList;
  readonly clock: Clock;
}): Promise<{ readonly count: number; readonly failure?: unknown }> => {
  const to = lateBefore(ports.clock.now());
  const due = { from: addDays(to, -DAYS_OF_RINGING), to };
  const everyone = await ports.advertiserList.all();
  const read = await settleAtMost(AT_ONCE, everyone, (each) => ports.notifications.openSince(admit(each), due));
  const count = read.reduce((sum, each) => sum + (each.status === 'fulfilled' ? each.value : 0), 0);
  const failed = read.find((each) => each.status === 'rejected');
  return { count, ...(failed === undefined ? {} : { failure: failed.reason }) };
};
