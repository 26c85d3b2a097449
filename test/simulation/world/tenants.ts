import type { TenantStop } from '../campaigns/planned.ts';
import type { Simulation } from './process.ts';

/** SES answers so many questions of a tenant in a second, of an account. */
const APART_MS = 1_000;

/** What the tenant of an advertiser is called. */
export const tenantOf = (advertiserId: string): string => `aval-simulation_${advertiserId}`;

/** The tenants of SES, of whom it stops some for a while; each is named by the place of its advertiser. */
export const tenantsOf = (
  { schedule, sink }: Simulation,
  advertiserIds: readonly string[],
  stops: readonly TenantStop[] = [],
) => {
  const places = new Map(advertiserIds.map((advertiserId, place) => [tenantOf(advertiserId), place]));
  const placeOf = (tenant: string): number => places.get(tenant) ?? -1;
  let answeredAt = Number.NEGATIVE_INFINITY;
  const isStopped = (tenant: string): boolean =>
    stops.some(({ of, from, until }) => of === placeOf(tenant) && from <= schedule.now() && schedule.now() < until);
  return {
    isStopped,
    /** A mail of a tenant that is stopped is refused. */
    refuse: (tenant: string, of: { readonly run: string | undefined; readonly queuedAt: number | undefined }): void => {
      sink.refusals.push({ at: schedule.now(), of: placeOf(tenant), ...of });
    },
    /** What SES answers to `GetTenant`. */
    get: (tenant: string) => {
      const at = schedule.now();
      const isTooMuch = at < answeredAt + APART_MS;
      sink.questions.push({ at, of: placeOf(tenant), isAnswered: !isTooMuch });
      if (isTooMuch)
        throw Object.assign(new Error('TooManyRequestsException'), {
          name: 'TooManyRequestsException',
          $metadata: { httpStatusCode: 429 },
        });
      answeredAt = at;
      const wasStopped = stops.some(({ of, until }) => of === placeOf(tenant) && until <= at);
      const SendingStatus = isStopped(tenant) ? 'DISABLED' : wasStopped ? 'REINSTATED' : 'ENABLED';
      return { Tenant: { SendingStatus } };
    },
  };
};
export type SesTenants = ReturnType<typeof tenantsOf>;
