import { lateBefore } from '#shared/domain/partner/partner-notification.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { AdvertiserList } from '../oppositions/advertiser-list.port.ts';
import { type ReadOfEach, readOfEach } from '../settings/read-of-each.ts';
import type { LateNotifications } from './partner-records.port.ts';

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
}): Promise<{ readonly count: number } & Pick<ReadOfEach<number>, 'failure'>> => {
  const to = lateBefore(ports.clock.now());
  const due = { from: addDays(to, -DAYS_OF_RINGING), to };
  const { found, ...rest } = await readOfEach(ports.advertiserList, (access) =>
    ports.notifications.openSince(access, due),
  );
  return { count: found.reduce((sum, each) => sum + each, 0), ...rest };
};
