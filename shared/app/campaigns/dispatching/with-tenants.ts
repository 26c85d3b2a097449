import { isRefused } from '#shared/domain/campaign/held.ts';
import { rotated } from '#shared/domain/campaign/pace.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import type { Clock } from '../../clock.port.ts';
import type { Pause } from '../../pause.port.ts';
import type { Tenants } from '../runs.port.ts';
import type { FoundRun } from './look-at-run.ts';

/** What says whether a provider stopped one advertiser. */
export interface TenantPorts {
  readonly clock: Clock;
  readonly pause: Pause;
  readonly tenants: Tenants;
  /** Informed once in a minute in which it could not be read of some: of how many, and of the first failure. */
  readonly onTenantsUnread?: ((count: number, failure: unknown) => void) | undefined;
}

/** SES answers one such question a second of an account: those who are not asked in a minute are in the next ones. */
const MOST_ASKED = 5;
const APART_MS = 1_000;
/** After so long nothing more is asked: the minute has other work. */
const ASK_SECONDS = 5;

/** Of whom it is asked: an advertiser on a channel. */
const tenantOf = ({ campaign: { channel }, run: { advertiserId } }: FoundRun): string => `${advertiserId} ${channel}`;

/** What the provider answered of each of them, as far as it did; and what failed. */
interface Asked {
  readonly answers: ReadonlyMap<string, boolean>;
  readonly failures: readonly unknown[];
}

const askedOf = async ({ clock, pause, tenants }: TenantPorts, whom: readonly FoundRun[]): Promise<Asked> => {
  const answers = new Map<string, boolean>();
  const failures: unknown[] = [];
  const until = addSeconds(clock.now(), ASK_SECONDS);
  for (const [place, each] of whom.entries()) {
    if (place > 0) await pause(APART_MS);
    if (clock.now() >= until) break;
    await tenants.isStopped(each.campaign.channel, each.run.advertiserId).then(
      (isStopped) => answers.set(tenantOf(each), isStopped),
      (error: unknown) => failures.push(error),
    );
  }
  return { answers, failures };
};

/**
 * The runs with what the provider says of their advertisers, asked of those alone of whom it refused whatever came to it last: whoever it has stopped takes no
 * place of the minute from others, and all of their runs on that channel with them, as soon as it refused one. In the first minute in which it says that they go on each
 * has its whole share. Who is not asked in this minute, or of whom it does not answer, is not held: where it was stopped by the latest answer few are tried, and the
 * others are as they were found. A stop of the account is none of an advertiser: once it is over a run is as if it had never been refused.
 */
export const withTenants = async (
  ports: TenantPorts,
  found: readonly FoundRun[],
  minute: number,
): Promise<readonly FoundRun[]> => {
  const mayAsk = ({ mayWork, campaign: { channel } }: FoundRun): boolean => mayWork && ports.tenants.areOn(channel);
  const refused = found.filter((each) => mayAsk(each) && isRefused(each.occurrence));
  const byTenant = [...new Map(refused.map((each) => [tenantOf(each), each]))].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const askedNow = rotated(byTenant, minute * MOST_ASKED).slice(0, MOST_ASKED);
  const { answers, failures } = await askedOf(
    ports,
    askedNow.map(([, each]) => each),
  );
  if (failures.length > 0) ports.onTenantsUnread?.(failures.length, failures[0]);
  const isNoted = ({ occurrence: { stopped, isStoppedAlone } }: FoundRun): boolean =>
    stopped === 'sending-disabled' && isStoppedAlone === true;
  const noted = new Set(refused.filter(isNoted).map(tenantOf));
  return found.map((each) => {
    if (!mayAsk(each)) return each;
    const isStopped = answers.get(tenantOf(each));
    if (isStopped === true) return { ...each, isStoppedByProvider: true, mayWork: false };
    if (isStopped === undefined && noted.has(tenantOf(each)))
      return { ...each, isStoppedByProvider: true, isUntaken: true };
    return each.occurrence.stopped === 'sending-disabled' ? { ...each, isUntaken: false } : each;
  });
};
