import { atMost, settleAtMost } from '#shared/domain/at-most.ts';
import { capacityOf, isUsedUp } from '#shared/domain/campaign/pace.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { isSent, type SentChannel } from '#shared/domain/message/channel.ts';
import type { Quotas } from '../runs.port.ts';
import { type DuePorts, type FoundRun, withDue } from './look-at-run.ts';
import { give, limitOf, lineUp, type RunShare, roomIn, shareMinute, withoutShare } from './share-minute.ts';

/** What says how much there is to share, and who wants it. */
export interface SharePorts extends DuePorts {
  readonly quotas: Quotas;
}

const RUNS_AT_ONCE = 8;
/** Recipients of all runs that end, of whom nobody is written to any more: they cost no provider anything, but the queue its room. */
const CLOSED_A_MINUTE = 20_000;

/** The minute that is shared. `minute`: its number, by which what cannot be divided goes to another in each. */
interface Minute {
  readonly now: Instant;
  readonly minute: number;
}

/** What some channels leave by, and how many recipients of campaigns may leave by it in a minute. */
interface Route {
  readonly capacity: number;
  readonly channels: readonly string[];
  readonly isQuotaUsed: boolean;
  readonly isStopped: boolean;
}

/** Each route once, whichever of its channels it was asked of. */
const routesIn = (read: readonly PromiseSettledResult<Route>[]): readonly Route[] => {
  const routes = read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  return [...new Map(routes.map((route) => [route.channels.join(), route])).values()];
};

const routeOf = async ({ quotas }: SharePorts, channel: SentChannel): Promise<Route> => {
  const quota = await quotas.of(channel);
  return {
    capacity: capacityOf(quota),
    channels: quota.sharedBy ?? [channel],
    isQuotaUsed: isUsedUp(quota),
    isStopped: quota.isStopped === true,
  };
};

/** Lets the runs of a route have what it takes in this minute. */
const shareRoute = async (
  ports: SharePorts,
  runsOfRoute: readonly RunShare[],
  { capacity, isQuotaUsed, isStopped }: Route,
  { now, minute }: Minute,
): Promise<void> => {
  for (const each of runsOfRoute) {
    each.isQuotaUsed = isQuotaUsed;
    each.stopped = isStopped || each.found.isStoppedByProvider ? 'sending-disabled' : 'nothing';
  }
  if (capacity === 0) return;
  await atMost(RUNS_AT_ONCE, runsOfRoute, async (each) => {
    each.found = await withDue(ports, each.found, { now, recipients: Math.min(capacity, limitOf(each)) });
  });
  shareMinute(runsOfRoute, capacity, minute);
  lineUp(runsOfRoute, capacity);
};

/**
 * What each run may cut, in their order; route by route, since all the channels of one provider share what it takes. Whoever waits for a
 * human still is shared what all others leave: with nothing decided, no place is taken from who may leave. Who waits is looked
 * at only where somebody may leave. Where what a provider takes cannot be read, nobody of its channel leaves, and `failed` says why.
 */
export const shareOut = async (
  ports: SharePorts,
  found: readonly FoundRun[],
  of: Minute,
): Promise<{ readonly shares: readonly RunShare[]; readonly failed: readonly PromiseSettledResult<unknown>[] }> => {
  const shares = found.map((each) => withoutShare(each, of.now));
  const closing = shares.filter(({ found: { isClosing } }) => isClosing);
  give(closing, roomIn(CLOSED_A_MINUTE, closing), { mostIn: () => CLOSED_A_MINUTE, minute: of.minute });
  lineUp(closing, CLOSED_A_MINUTE);
  const active = shares.filter(({ found: { campaign, mayWork } }) => mayWork && isSent(campaign.channel));
  const channels = [...new Set(active.map(({ found: { campaign } }) => campaign.channel as SentChannel))];
  const read = await settleAtMost(RUNS_AT_ONCE, channels, (channel) => routeOf(ports, channel));
  const failed = await settleAtMost(RUNS_AT_ONCE, routesIn(read), (route) => {
    const runsOfRoute = active.filter(({ found: { campaign } }) => route.channels.includes(campaign.channel));
    return shareRoute(ports, runsOfRoute, route, of);
  });
  return { shares, failed: [...read, ...failed] };
};
