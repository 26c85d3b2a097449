import {
  DeleteSuppressedDestinationCommand,
  ListSuppressedDestinationsCommand,
  NotFoundException,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import type { Suppressions } from '#shared/app/feedback/suppressions.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { orUnavailable } from '../or-unavailable.ts';

/** Entries of one request: SES takes 1 to 1,000; each is looked up here before the next page. */
const PAGE = 100;

const unreachable = (cause: unknown) => dependencyUnavailable('The list of suppressed addresses', cause);
const isAbsent = (error: unknown): boolean => error instanceof NotFoundException;

/** The SES client that reads and mends lists; a request too many is answered 429, and tried again more slowly. */
export const listingSesClient = ({ maxAttempts = 5, requestTimeout = 10_000 } = {}): SESv2Client =>
  new SESv2Client({
    maxAttempts,
    requestHandler: { connectionTimeout: 3_000, requestTimeout, throwOnRequestTimeout: true },
  });

/**
 * The lists of SES's tenants, one for each advertiser.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_ListSuppressedDestinations.html
 */
export const suppressionsOf = (
  client: SESv2Client,
  tenantOf: (advertiserId: AdvertiserId) => string,
): Suppressions => ({
  page: async (advertiserId, from) => {
    const list = new ListSuppressedDestinationsCommand({
      TenantName: tenantOf(advertiserId),
      PageSize: PAGE,
      NextToken: from,
    });
    try {
      const { SuppressedDestinationSummaries = [], NextToken } = await orUnavailable(
        client.send(list),
        unreachable,
        isAbsent,
      );
      const entries = SuppressedDestinationSummaries.flatMap(({ EmailAddress, Reason, LastUpdateTime }) =>
        EmailAddress === undefined || LastUpdateTime === undefined
          ? []
          : [
              {
                address: { kind: 'email' as const, value: EmailAddress },
                channel: 'email' as const,
                reason: Reason === 'COMPLAINT' ? ('COMPLAINT' as const) : ('BOUNCE' as const),
                at: toInstant(LastUpdateTime.getTime()),
              },
            ],
      );
      return { entries, next: NextToken };
    } catch (error) {
      if (isAbsent(error)) return { entries: [] };
      throw error;
    }
  },
  remove: async (advertiserId, address) => {
    if (address.kind !== 'email') return;
    const remove = new DeleteSuppressedDestinationCommand({
      TenantName: tenantOf(advertiserId),
      EmailAddress: address.value,
    });
    await orUnavailable(client.send(remove), unreachable, isAbsent).catch((error: unknown) => {
      if (!isAbsent(error)) throw error;
    });
  },
});
