import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { LedgerChange } from '#shared/domain/change.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { atFormer, endingsAtFormer } from '#shared/domain/partner/at-former.ts';
import type { Disclosure } from '#shared/domain/partner/disclosure.ts';
import { dueBy, type Ending, endingOf, idsOfAct, withdrawnBy } from '#shared/domain/partner/what-is-due.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import type { GlimpsedEvent, Ledger } from '../records/ledger.port.ts';
import { allFormersOf } from '../records/moves.ts';
import { closeOne } from './close-notification.ts';
import type { ConsentUses, Disclosures, PartnerNotifications } from './partner-records.port.ts';

/** What makes notifications due. */
export interface NotifyingPorts {
  readonly disclosures: Pick<Disclosures, 'of'>;
  readonly notifications: Pick<PartnerNotifications, 'open' | 'get' | 'replace'>;
  readonly consentUses: ConsentUses;
  readonly ledger: Pick<Ledger, 'readStanding'> & { readonly glimpse: Pick<Ledger['glimpse'], 'events'> };
}

/** Contacts of addresses that the person had before, of which data went to partners. */
const formersWithPartners = async (
  { ledger, disclosures }: NotifyingPorts,
  access: AdvertiserAccess,
  contactId: ContactId,
  events: readonly GlimpsedEvent[],
): Promise<readonly { readonly contactId: ContactId; readonly found: readonly Disclosure[] }[]> => {
  const formers = await allFormersOf(contactId, async (each) =>
    each === contactId ? events : ledger.glimpse.events(access, each),
  );
  const all = [];
  for (const former of formers) all.push({ contactId: former, found: await disclosures.of(access, former) });
  return all.filter(({ found }) => found.length > 0);
};

/** What a former contact says itself; where that cannot be read nothing is known of it, and in doubt a partner is notified twice. */
const saidAt = ({ ledger }: NotifyingPorts, access: AdvertiserAccess, former: ContactId) =>
  ledger.readStanding(access, former).catch((error: unknown) => {
    if (isUnreadable(error)) return undefined;
    throw error;
  });

/** What a contact says that it said before an event of its own: what came after finds the former contacts itself. */
const saidBefore = async (
  { ledger }: NotifyingPorts,
  access: AdvertiserAccess,
  contactId: ContactId,
  { seq, events }: { readonly seq: number; readonly events: readonly GlimpsedEvent[] },
): Promise<Standing | undefined> => {
  const standing = await ledger.readStanding(access, contactId);
  if (standing === undefined) return undefined;
  const later = events.filter((event) => event.seq > seq);
  const { oppositions, restrictions = [] } = standing;
  return {
    ...standing,
    oppositions: oppositions.filter((each) => each.seq < seq),
    restrictions: restrictions.filter((each) => !later.some(({ id }) => id === each)),
  };
};

/** An address became that of a person who has another: what they said there before is due to partners that have the former one. */
const openForFormers = async (
  ports: NotifyingPorts,
  access: AdvertiserAccess,
  { contactId, event: { seq } }: Pick<LedgerChange, 'contactId' | 'event'>,
): Promise<void> => {
  const events = await ports.ledger.glimpse.events(access, contactId);
  const formers = await formersWithPartners(ports, access, contactId, events);
  const later = formers.length === 0 ? undefined : await saidBefore(ports, access, contactId, { seq, events });
  if (later === undefined) return;
  for (const { contactId: former, found } of formers) {
    const own = await saidAt(ports, access, former);
    for (const disclosure of found)
      for (const ending of endingsAtFormer(later, disclosure, own))
        for (const due of dueBy(ending, [disclosure])) await ports.notifications.open(access, due);
  }
};

type Annulled = Extract<LedgerChange['event'], { type: 'record-annulled' }>;

/** A record that never was an act of the person: of it nobody need be notified any more, and who was is shown with that. */
const closeAnnulled = async (
  ports: NotifyingPorts,
  access: AdvertiserAccess,
  { contactId, event }: { readonly contactId: ContactId; readonly event: Annulled },
): Promise<void> => {
  const { recordId, recordedAt } = event;
  const events = await ports.ledger.glimpse.events(access, contactId);
  const formers = await formersWithPartners(ports, access, contactId, events);
  const ids = [
    ...idsOfAct(recordId, await ports.disclosures.of(access, contactId)),
    ...formers.flatMap((former) => idsOfAct(factIdOf(former.contactId, recordId), former.found)),
  ];
  for (const id of ids) await closeOne(ports.notifications, access, id, { closedAt: recordedAt, because: 'annulled' });
};

/**
 * Makes due what partners must be notified of an event of the ledger of a contact: those that have its address, or one that the person had
 * before it; and closes what an annulled record had made due. The same event again changes nothing. Throws `dependency-unavailable` and `stored-unreadable`, and the stream brings the
 * event again.
 */
export const openNotifications = async (
  ports: NotifyingPorts,
  { advertiserId, contactId, event }: LedgerChange,
): Promise<void> => {
  const access = admit(advertiserId);
  if (event.type === 'address-changed' && event.to === contactId)
    return openForFormers(ports, access, { contactId, event });
  if (event.type === 'record-annulled') return closeAnnulled(ports, access, { contactId, event });
  if (endingOf(event) === undefined) return;
  const here = await ports.disclosures.of(access, contactId);
  const events = await ports.ledger.glimpse.events(access, contactId);
  // It was annulled before the stream brought it here.
  if ('id' in event && events.some(({ type, recordId }) => type === 'record-annulled' && recordId === event.id)) return;
  const formers = await formersWithPartners(ports, access, contactId, events);
  if (here.length + formers.length === 0) return;
  const consentId = withdrawnBy(event);
  const withdrawn = consentId && (await ports.consentUses.usesOf(access, contactId, consentId));
  const ending = endingOf(event, withdrawn);
  const open = async (each: Ending | undefined, found: readonly Disclosure[]) => {
    for (const due of each === undefined ? [] : dueBy(each, found)) await ports.notifications.open(access, due);
  };
  await open(ending, here);
  for (const { contactId: former, found } of formers) {
    const own = await saidAt(ports, access, former);
    await open(ending && atFormer(ending, former, own), found);
  }
};
