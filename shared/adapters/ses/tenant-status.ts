import { GetTenantCommand, NotFoundException, type SESv2Client } from '@aws-sdk/client-sesv2';
import type { Tenants } from '#shared/app/campaigns/runs.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { orUnavailable } from '../or-unavailable.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('What an advertiser may send', cause);
const isAbsent = (error: unknown): boolean => error instanceof NotFoundException;

const areOn: Tenants['areOn'] = (channel) => channel === 'email';

/**
 * Whether SES lets the tenant of an advertiser send no mail: by itself, or since somebody of the account said so. Other channels have no tenants. One that is not there yet is made with its
 * first mail, and is not stopped.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_Tenant.html (`SendingStatus`: ENABLED, REINSTATED or DISABLED)
 */
export const tenantStatusOf = (client: SESv2Client, tenantOf: (advertiserId: AdvertiserId) => string): Tenants => ({
  areOn,
  isStopped: async (channel, advertiserId) => {
    if (!areOn(channel)) return false;
    const asked = client.send(new GetTenantCommand({ TenantName: tenantOf(advertiserId) }));
    try {
      const { Tenant } = await orUnavailable(asked, unreachable, isAbsent);
      return Tenant?.SendingStatus === 'DISABLED';
    } catch (error) {
      if (isAbsent(error)) return false;
      throw error;
    }
  },
});
