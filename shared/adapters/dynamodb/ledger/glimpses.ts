import type { Clock } from '#shared/app/clock.port.ts';
import type { GlimpsedContact, GlimpsedEvent, Glimpses } from '#shared/app/records/ledger.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import { ContactId, Instant } from '#shared/domain/ids.ts';
import { Channels, Purpose } from '#shared/domain/message/channel.ts';
import { eventRange, personKey, standingKey } from '../keys.ts';
import { between, firstItem, getItem, type Item, isExpired, queryItems, type Table } from '../table.ts';

const unreachable = oppositionStoreUnavailable;

/** The position of an event, by its key alone: what the event holds may be unreadable. */
const seqIn = ({ sk }: Item): number => Number(String(sk).slice('EVENT#'.length));

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const fieldsIn = (value: unknown): Item => (typeof value === 'object' && value !== null ? (value as Item) : {});

/** Position of the contact's last event ever, also before it expired; 0 for none. */
export const lastPositionOf = async (table: Table, access: AdvertiserAccess, contactId: ContactId): Promise<number> => {
  const latestFirst = { ...between(eventRange(access, contactId, 0)), ScanIndexForward: false };
  const last = await firstItem(table, latestFirst, unreachable);
  return last === undefined ? 0 : seqIn(last);
};

const consentIn = (value: unknown): GlimpsedEvent['consent'] => {
  const { channels, purpose } = fieldsIn(value);
  const [read, readPurpose] = [Channels.safeParse(channels), Purpose.safeParse(purpose)];
  return read.success && readPurpose.success ? { channels: read.data, purpose: readPurpose.data } : undefined;
};

/** The ids of contacts in a list that may hold anything; `isWhole` is false where some of it, or all, is none. */
const idsIn = (value: unknown) => {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [];
  const contacts = listed.flatMap((each) => ContactId.safeParse(each).data ?? []);
  return { contacts, isWhole: Array.isArray(value) && contacts.length === listed.length };
};

const eventIn = (item: Item): GlimpsedEvent => {
  const { id, type, recordedAt, person, consent, from, to, madeBy, formerly, recordId } = fieldsIn(item.event);
  return {
    seq: seqIn(item),
    id: textIn(id),
    type: textIn(type),
    recordedAt: Instant.safeParse(recordedAt).data,
    person: textIn(person),
    from: textIn(from),
    recordId: textIn(recordId),
    to: ContactId.safeParse(to).data,
    madeBy: textIn(madeBy),
    formerly: formerly === undefined ? undefined : idsIn(formerly).contacts,
    consent: consentIn(consent),
    givenAt: Instant.safeParse(fieldsIn(consent).givenAt).data,
  };
};

const movesIn = (value: unknown): GlimpsedContact['movedTo'] => {
  const { contacts, isWhole } = idsIn(value ?? []);
  return isWhole ? contacts : 'unreadable';
};

/** What can be read of stored items whatever their shape: nothing here parses one as a whole. */
export const glimpsesOf = (deps: Table & { readonly clock: Clock }): Glimpses => ({
  contact: async (access, contactId) => {
    const item = await getItem(deps, standingKey(access, contactId), unreachable);
    const isThere = item !== undefined && !isExpired(item, deps.clock);
    const stated = isThere && Number.isInteger(item.seq) ? Number(item.seq) : 0;
    const position = Math.max(stated, await lastPositionOf(deps, access, contactId));
    if (!isThere) return { isThere, position };
    return { isThere, position, person: textIn(item.person), movedTo: movesIn(item.movedTo) };
  },
  events: async (access, contactId) => {
    const items = await queryItems(deps, between(eventRange(access, contactId, 0)), unreachable);
    return items.map(eventIn);
  },
  contactsOf: async (access, person) => {
    const item = await getItem(deps, personKey(access, person), unreachable);
    return idsIn(item?.contacts);
  },
});
