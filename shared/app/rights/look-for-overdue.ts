import { type Overdue, overdueOf } from '#shared/domain/rights/due.ts';
import type { Clock } from '../clock.port.ts';
import type { AdvertiserList } from '../oppositions/advertiser-list.port.ts';
import { type ReadOfEach, readOfEach } from '../settings/read-of-each.ts';
import type { OpenRequests } from './rights-requests.port.ts';

/** How many requests wait too long, by why, and the first thing that kept some from being looked at. */
export interface OverdueFound extends Pick<ReadOfEach<unknown>, 'failure'> {
  readonly counts: Readonly<Record<Overdue, number>>;
}

/** Looks at the open requests of every advertiser. One whose requests cannot be read keeps no other from being counted. */
export const lookForOverdue = async (ports: {
  readonly requests: OpenRequests;
  readonly advertiserList: AdvertiserList;
  readonly clock: Clock;
}): Promise<OverdueFound> => {
  const now = ports.clock.now();
  const { found, ...rest } = await readOfEach(ports.advertiserList, (access) => ports.requests.open(access));
  const late = found.flat().map((request) => overdueOf(request, now));
  const count = (why: Overdue) => late.filter((each) => each === why).length;
  return { counts: { 'not-acknowledged': count('not-acknowledged'), 'due-soon': count('due-soon') }, ...rest };
};
