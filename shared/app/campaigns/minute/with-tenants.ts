import { atMost } from '#shared/domain/at-most.ts';
import { isRefused } from '#shared/domain/campaign/held.ts';
import { turned } from '#shared/domain/campaign/pace.ts';
import type { FoundRun } from '../look-at-run.ts';
import type { Tenants } from '../runs.port.ts';

/** What says whether a provider stopped one advertiser. */
export interface TenantPorts {
  readonly tenants: Tenants;
}

/** SES answers one such question a second of an account: those who are not asked in a minute are in the next ones. */
const MOST_ASKED = 10;
const ASKED_AT_ONCE = 2;

/** Of whom it is asked: an advertiser on a channel. */
const tenantOf = ({ campaign: { channel }, run: { advertiserId } }: FoundRun): string => `${advertiserId} ${channel}`;

/**
 * The runs with what the provider says of their advertisers, asked of those alone of whom it refused whatever came to it last: whoever it has stopped takes no
 * place of the minute from others, and all of their runs on that channel with them, as soon as it refused one, until it says that they go on. Who is not asked in this
 * minute is as they were noted; where it cannot be read nobody is taken for stopped, and few of them are tried.
 */
export const withTenants = async (
  { tenants }: TenantPorts,
  found: readonly FoundRun[],
  minute: number,
): Promise<readonly FoundRun[]> => {
  const refused = found.filter(({ mayWork, occurrence }) => mayWork && isRefused(occurrence));
  const byTenant = [...new Map(refused.map((each) => [tenantOf(each), each]))].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const askedNow = turned(byTenant, minute * MOST_ASKED).slice(0, MOST_ASKED);
  const asked = new Map(
    await atMost(ASKED_AT_ONCE, askedNow, async ([tenant, { campaign, run }]) => {
      const isStopped = await tenants.isStopped(campaign.channel, run.advertiserId).catch(() => false);
      return [tenant, isStopped] as const;
    }),
  );
  const noted = refused.filter(({ occurrence: { stopped } }) => stopped === 'sending-disabled').map(tenantOf);
  return found.map((each) => {
    const tenant = tenantOf(each);
    const isStopped = each.mayWork && (asked.get(tenant) ?? noted.includes(tenant));
    return isStopped ? { ...each, isStoppedByProvider: true, mayWork: false } : each;
  });
};
