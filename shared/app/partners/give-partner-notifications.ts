import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { concurrentChange, Failure, invalidRequest, isRetryable } from '#shared/domain/failure.ts';
import type { FactId, Instant } from '#shared/domain/ids.ts';
import {
  MOST_GIVINGS,
  type PartnerNotification,
  StoredGiving,
  withGiving,
} from '#shared/domain/partner/partner-notification.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser, refuseFuture } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { PartnerNotifications } from './partner-records.port.ts';

export interface RecordGiving {
  readonly access: AdvertiserAccess;
  readonly id: FactId;
  /** SIREN of the partner that it was given to. */
  readonly partner: string;
  readonly giving: Omit<StoredGiving, 'recordedAt'>;
}

interface Ports extends RecordingPorts {
  readonly advertisers: Pick<Advertisers, 'get'>;
}

interface RecordingPorts {
  readonly notifications: Pick<PartnerNotifications, 'get' | 'replace'>;
  readonly clock: Clock;
}

const TRIES = 5;

/** What makes a giving no proof: it names somebody else, it was before there was anything to notify, or it is of the future. */
const refuseNoProof = (
  found: PartnerNotification | undefined,
  { partner, giving }: RecordGiving,
  now: Instant,
): PartnerNotification => {
  refuseFuture(now, { '/givenAt': giving.givenAt, '/acknowledgement/receivedAt': giving.acknowledgement?.receivedAt });
  if (found === undefined || found.partner.siren !== partner)
    throw invalidRequest([{ pointer: '/id', detail: 'the id of a notification of this partner' }]);
  if (giving.givenAt < found.occurredAt)
    throw invalidRequest([{ pointer: '/givenAt', detail: 'not before the person acted' }]);
  if (giving.givenAt < found.disclosedAt)
    throw invalidRequest([{ pointer: '/givenAt', detail: 'not before the data went' }]);
  if (giving.acknowledgement !== undefined && giving.acknowledgement.receivedAt < giving.givenAt)
    throw invalidRequest([{ pointer: '/acknowledgement/receivedAt', detail: 'not before it was given' }]);
  return found;
};

/** What is stored can be read again, whoever says it: one entry that cannot would close the whole list. */
const storable = (giving: StoredGiving): StoredGiving => {
  const parsed = StoredGiving.safeParse(giving);
  if (parsed.success) return parsed.data;
  throw invalidRequest(
    parsed.error.issues.map(({ path, message }) => ({ pointer: ['', ...path].join('/'), detail: message })),
  );
};

/**
 * Records that a notification was given to its partner: the proof of it. The same again changes nothing, but that an acknowledgement is
 * added. Throws `invalid-request`, `concurrent-change`.
 */
const recordGiving = async (ports: RecordingPorts, command: RecordGiving): Promise<PartnerNotification> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = ports.clock.now();
    const found = refuseNoProof(await ports.notifications.get(command.access, command.id), command, now);
    const after = withGiving(found, storable({ ...command.giving, recordedAt: now }));
    if (after === undefined) return found;
    if (after.givings.length > MOST_GIVINGS)
      throw invalidRequest([{ pointer: '/id', detail: `given no more than ${MOST_GIVINGS} times` }]);
    if (await ports.notifications.replace(command.access, found, after)) return after;
  }
  throw concurrentChange();
};

const AT_ONCE = 8;

/**
 * The same of several, one outcome each, in their order; what could not be read as an item stays the failure it is. Throws
 * `advertiser-not-found`, and `concurrent-change` and `dependency-unavailable` for all: the same call again completes it.
 */
export const givePartnerNotifications = async (
  ports: Ports,
  items: readonly (Pick<RecordGiving, 'id'> | Failure)[],
  command: Omit<RecordGiving, 'id'>,
): Promise<readonly (PartnerNotification | Failure)[]> => {
  await knownAdvertiser(ports.advertisers, command.access);
  return atMost(AT_ONCE, items, async (item) => {
    if (item instanceof Failure) return item;
    return recordGiving(ports, { ...command, id: item.id }).catch((error: unknown) => {
      if (error instanceof Failure && !isRetryable(error)) return error;
      throw error;
    });
  });
};
