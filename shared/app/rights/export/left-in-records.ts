import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { standingOfEvents } from '#shared/domain/ledger/needed-events.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { HeldRecord } from '#shared/domain/rights/held-record.ts';
import { endOfProof } from '#shared/law/readings/proof.ts';
import type { Ledger } from '../../records/ledger.port.ts';
import { type LeftPorts, leftOfContact } from '../../retention/left-of-contact.ts';
import type { HeldData } from './held-data.port.ts';

type Ports = Omit<LeftPorts, 'recordedLast'> & { readonly ledger: Pick<Ledger, 'readStanding' | 'listEvents'> };

/** What is known by the address of a contact alone, or ends with it. */
const WITH_ADDRESS: ReadonlySet<string> = new Set(['profile', 'listed-opposition']);

/** Up to which position events are proof no more, by all of them; 0: none is. */
const proofEndedAt = async (
  { ledger, advertisers, clock }: Ports,
  access: AdvertiserAccess,
  contactId: ContactId,
  { ever, isInUse }: { readonly ever: readonly LedgerEvent[]; readonly isInUse: boolean },
): Promise<number> => {
  const live = isInUse ? await ledger.listEvents(access, contactId) : [];
  const former = ever.slice(0, ever.length - live.length);
  const [first] = former;
  if (first === undefined) return 0;
  const { advertiserId } = access;
  const whose = { advertiserId, contactId, addressKind: KIND_NOT_KNOWN, firstRecordedAt: first.recordedAt };
  const end = endOfProof(former, standingOfEvents(whose, former), await advertisers.get(access));
  return end < clock.now() ? (former.at(-1)?.seq ?? 0) : 0;
};

/** The record of a standing with what remains of it, and nothing else. */
const reducedRecord = (record: HeldRecord, left: Standing): HeldRecord => ({
  ...record,
  fields: Object.fromEntries(Object.entries(left).filter(([, value]) => value !== undefined)),
});

/** Everything that is held, but for what has ended and was not removed yet: that is given to nobody, as it is shown to nobody. */
export const leftInRecords = (ports: Ports & { readonly heldData: HeldData }): HeldData => ({
  ...ports.heldData,
  page: async (access, contactId, section, after) => {
    const page = await ports.heldData.page(access, contactId, section, after);
    if (section !== 'records') return page;
    const stored = await ports.ledger.readStanding(access, contactId);
    const ever = await ports.ledger.listEvents(access, contactId, 'ever');
    const recordedLast = async () => ever.at(-1)?.recordedAt;
    const { standing, isInUse } =
      stored === undefined
        ? { standing: undefined, isInUse: false }
        : await leftOfContact({ ...ports, recordedLast }, access, stored);
    const ended = await proofEndedAt(ports, access, contactId, { ever, isInUse });
    const records = page.records.flatMap((record): readonly HeldRecord[] => {
      if (record.kind === 'event') return Number(Object(record.fields.event).seq) <= ended ? [] : [record];
      if (isInUse) return [record];
      if (record.kind === 'standing') return standing === undefined ? [] : [reducedRecord(record, standing)];
      return WITH_ADDRESS.has(record.kind) ? [] : [record];
    });
    return { ...page, records };
  },
});
