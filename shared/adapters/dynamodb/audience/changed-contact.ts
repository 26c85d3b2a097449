import { AUDIENCE_LISTS, type AudienceList, audienceRowsOf } from '#shared/domain/audience/audience-row.ts';
import { AdvertiserId, ContactId, type Instant } from '#shared/domain/ids.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { contactOfKey } from '../audience-keys.ts';
import { standingOf } from '../plain.ts';
import type { StreamRecord } from '../stream-change.ts';
import { itemInImage } from '../stream-image.ts';
import type { Item } from '../table.ts';

/** A contact whose standing or profile changed. */
export interface ChangedContact {
  readonly advertiserId: AdvertiserId;
  readonly contactId: ContactId;
  /** The lists in which it had a row before the change. */
  readonly before: readonly AudienceList[];
}

/** What cannot be read may have had a row anywhere. */
const listsBefore = (standing: Item | undefined): readonly AudienceList[] => {
  if (standing === undefined) return [];
  try {
    return audienceRowsOf({ standing: standingOf(standing), labels: {}, revision: 0 });
  } catch {
    return AUDIENCE_LISTS;
  }
};

const keyIn = (keys: Item | undefined) => contactOfKey({ pk: String(keys?.pk), sk: String(keys?.sk) });

const contactIn = (keys: Item | undefined) => {
  const key = keyIn(keys);
  return (
    key && { ...key, advertiserId: AdvertiserId.parse(key.advertiserId), contactId: ContactId.parse(key.contactId) }
  );
};

/** The contact that a record of the stream changes; `undefined`: it is about something else. */
export const changedContactOf = ({ dynamodb }: StreamRecord): ChangedContact | undefined => {
  const contact = contactIn(itemInImage(dynamodb?.Keys));
  if (contact === undefined) return undefined;
  const { advertiserId, contactId, ofStanding } = contact;
  return { advertiserId, contactId, before: ofStanding ? listsBefore(itemInImage(dynamodb?.OldImage)) : [] };
};

/** The contact of a change that was parked: it may have a row in any list. */
export const parkedContactOf = (body: string): ChangedContact | undefined => {
  const contact = contactIn(JSON.parse(body));
  return contact && { advertiserId: contact.advertiserId, contactId: contact.contactId, before: AUDIENCE_LISTS };
};

/**
 * When the changes of each advertiser in these records were made, the latest of them; a stream says it to the second. A key that can
 * be nobody's was parked, and holds up none of the others.
 */
export const latestChanges = (records: readonly StreamRecord[]): ReadonlyMap<AdvertiserId, Instant> => {
  const latest = new Map<AdvertiserId, Instant>();
  for (const { dynamodb } of records) {
    const { data: advertiserId } = AdvertiserId.safeParse(keyIn(itemInImage(dynamodb?.Keys))?.advertiserId);
    const at = toInstant(Number(dynamodb?.ApproximateCreationDateTime ?? 0) * 1000);
    if (advertiserId !== undefined && at > (latest.get(advertiserId) ?? '')) latest.set(advertiserId, at);
  }
  return latest;
};
