import type { Deleted } from '#shared/app/retention/deletions.port.ts';
import type { ExpiryEntry } from '#shared/app/retention/ending-contacts.port.ts';
import { AdvertiserId, ContactId, Instant } from '#shared/domain/ids.ts';
import { SHORTEST_STAY_DAYS } from '#shared/domain/retention/shortest-stay.ts';
import { addDays, addYears, toInstant } from '#shared/domain/time/instant.ts';
import { contactOfKey } from '../audience-keys.ts';
import { dayOf } from '../slots.ts';
import type { StreamRecord } from '../stream-change.ts';
import { itemInImage } from '../stream-image.ts';
import type { Item } from '../table.ts';

type DeletedRecord = StreamRecord & {
  readonly dynamodb?: { readonly SequenceNumber?: string | undefined } | undefined;
};

const itemOf = (image: unknown): Item => itemInImage(image) ?? {};
const partOf = (value: unknown): Item => (typeof value === 'object' && value !== null ? (value as Item) : {});

/** No term is shorter: years after which a contact without a date of its own is looked at. */
const SHORTEST_TERM_YEARS = 1;

const itemsIn = (value: unknown): readonly Item[] => (Array.isArray(value) ? value : []);

/** The latest date from which the use of a standing can run: it may lie long before the day on which it was recorded. */
const newestIn = ({ consents, sales, declared, lastActAt, firstRecordedAt }: Item): unknown => {
  const { lastActAt: declaredAct, profession } = partOf(declared);
  const dates = [
    ...itemsIn(consents).map(({ givenAt }) => givenAt),
    ...itemsIn(sales).flatMap(({ soldAt, relation }) => [soldAt, partOf(relation).endedAt]),
    ...[lastActAt, declaredAct, partOf(partOf(profession).source).collectedAt],
  ].filter((date) => typeof date === 'string');
  return dates.toSorted().at(-1) ?? firstRecordedAt;
};

/** When a contact whose end its advertiser's settings say is first looked at: as soon as its use can be over. */
const firstLook = (standing: Item, recordedAt: Instant): Instant => {
  const latest = addYears(recordedAt, SHORTEST_TERM_YEARS);
  const newest = Instant.safeParse(newestIn(standing)).data;
  const soonest = newest === undefined ? latest : addYears(newest, SHORTEST_TERM_YEARS);
  const shown = addDays(recordedAt, SHORTEST_STAY_DAYS);
  return [latest, [soonest, shown].toSorted().at(-1) ?? latest].toSorted()[0] ?? latest;
};

const madeAt = ({ dynamodb }: StreamRecord): Instant =>
  toInstant(Number(dynamodb?.ApproximateCreationDateTime ?? 0) * 1000);

/** A contact that is to be on the list of what ends: it begins, or begins again after only its fingerprint was left. */
export const expiryOfRecord = (record: StreamRecord): { entry: ExpiryEntry; endsAt: Instant } | undefined => {
  const { dynamodb } = record;
  const { pk, sk } = itemOf(dynamodb?.Keys);
  const contact = contactOfKey({ pk: String(pk), sk: String(sk) });
  if (contact?.ofStanding !== true || dynamodb?.NewImage === undefined) return undefined;
  const [before, after] = [itemOf(dynamodb.OldImage), itemOf(dynamodb.NewImage)];
  const isKnown = before.pk !== undefined && (before.address !== undefined || before.seq === after.seq);
  // A new life has other events; what a visit takes away, it puts on the list itself.
  if (isKnown && (before.chainStart === after.chainStart || before.seq === after.seq)) return undefined;
  const entry = {
    advertiserId: AdvertiserId.parse(contact.advertiserId),
    contactId: ContactId.parse(contact.contactId),
  };
  const { expiresAt } = after;
  const endsAt = typeof expiresAt === 'number' ? toInstant(expiresAt * 1000) : firstLook(after, madeAt(record));
  return { entry, endsAt };
};

/** The kind of what went; of an opposed contact whose address went while the rest stays, `address`. */
const kindOf = ({ dynamodb }: StreamRecord): string | undefined => {
  const [before, after] = [itemOf(dynamodb?.OldImage), dynamodb?.NewImage];
  if (after === undefined) return typeof before.entity === 'string' ? before.entity : undefined;
  return before.address !== undefined && itemOf(after).address === undefined ? 'address' : undefined;
};

/** What these records say was deleted, by advertiser and day. What belongs to no advertiser says nothing of a person. */
export const deletedIn = (records: readonly DeletedRecord[]): readonly Deleted[] => {
  const found = new Map<string, Deleted>();
  for (const record of records) {
    const kind = kindOf(record);
    const [, name] = String(itemOf(record.dynamodb?.Keys).pk).split('#');
    const advertiserId = AdvertiserId.safeParse(name).data;
    if (kind === undefined || advertiserId === undefined) continue;
    const day = dayOf(madeAt(record));
    const { record: first = record.dynamodb?.SequenceNumber ?? '', counts = {} } =
      found.get(`${advertiserId} ${day}`) ?? {};
    const next = { ...counts, [kind]: (counts[kind] ?? 0) + 1 };
    found.set(`${advertiserId} ${day}`, { advertiserId, day, record: first, counts: next });
  }
  return [...found.values()];
};
