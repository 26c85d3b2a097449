import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { settleAtMost } from '#shared/domain/at-most.ts';
import { type Overdue, overdueOf } from '#shared/domain/rights/due.ts';
import type { Clock } from '../clock.port.ts';
import type { AdvertiserList } from '../oppositions/advertiser-list.port.ts';
import type { OpenRequests } from './rights-requests.port.ts';

const AT_ONCE = 8;

/** How many requests wait too long, by why, and the first thing that kept some from being looked at. */
export interface OverdueFound {
  readonly counts: Readonly<Record<Overdue, number>>;
  readonly failure?: unknown;
}

/** Looks at the open requests of every advertiser. One whose requests cannot be read keeps no other from being counted. */
export const lookForOverdue = async (ports: {
  readonly requests: OpenRequests;
  readonly advertiserList: AdvertiserList;
  readonly clock: Clock;
}): Promise<OverdueFound> => {
  const now = ports.clock.now();
  const everyone = await ports.advertiserList.all();
  const read = await settleAtMost(AT_ONCE, everyone, (advertiserId) => ports.requests.open(admit(advertiserId)));
  const found = read.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
  const late = found.map((request) => overdueOf(request, now));
  const count = (why: Overdue) => late.filter((each) => each === why).length;
  const failed = read.find((each) => each.status === 'rejected');
  return {
    counts: { 'not-acknowledged': count('not-acknowledged'), 'due-soon': count('due-soon') },
    ...(failed === undefined ? {} : { failure: failed.reason }),
  };
};
