import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { isUseOver, leftOfEnded, servesNothing } from '#shared/law/readings/what-is-left.ts';
import type { Clock } from '../clock.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { VetReads } from '../verdicts/vet-reads.port.ts';

export interface LeftPorts {
  /** When the last event of a contact was recorded, ever. */
  readonly recordedLast: (access: AdvertiserAccess, contactId: ContactId) => Promise<Instant | undefined>;
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly clock: Clock;
}

/** The same by its ledger. */
export const byLedger = (ledger: Pick<Ledger, 'listEvents'>): Pick<LeftPorts, 'recordedLast'> => ({
  recordedLast: async (access, contactId) => (await ledger.listEvents(access, contactId, 'ever')).at(-1)?.recordedAt,
});

/** What of a contact may be shown. */
export interface LeftOfContact {
  /** As it is, or what remains of it; `undefined`: nothing does. */
  readonly standing: Standing | undefined;
  /** False: neither its address, its attributes nor its events are shown, whatever is stored. */
  readonly isInUse: boolean;
}

/**
 * What of a contact may be shown now, as if what removes the rest had come: it comes within two days. Its last event is read only where
 * nothing of it serves a message any more. Throws `stored-unreadable`, `dependency-unavailable`.
 */
export const leftOfContact = async (
  { recordedLast, advertisers, clock }: LeftPorts,
  access: AdvertiserAccess,
  standing: Standing,
): Promise<LeftOfContact> => {
  const [settings, now] = [await advertisers.get(access), clock.now()];
  if (!servesNothing(standing, settings, now)) return { standing, isInUse: true };
  const lastRecordedAt = (await recordedLast(access, standing.contactId)) ?? standing.firstRecordedAt;
  if (!isUseOver(standing, { settings, lastRecordedAt, now })) return { standing, isInUse: true };
  return { standing: leftOfEnded(standing), isInUse: false };
};

/** What a vet reads, without what may not be shown any more: for whoever shows a contact, or writes to it without a verdict. */
export const leftInReads = (ports: LeftPorts & { readonly vetReads: VetReads }): VetReads => ({
  read: async (access, contactId, at, writtenTo) => {
    const found = await ports.vetReads.read(access, contactId, at, writtenTo);
    if (found.standing === undefined) return found;
    const { standing, isInUse } = await leftOfContact(ports, access, found.standing);
    return isInUse ? found : { ...found, standing, address: undefined };
  },
});
