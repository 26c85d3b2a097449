import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { EndingContacts, StoredContact } from '#shared/app/retention/ending-contacts.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import type { AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { positionOf } from '#shared/domain/retention/event-position.ts';
import { epochSeconds, toInstant } from '#shared/domain/time/instant.ts';
import type { ArchiveKey } from '../../crypto/archive-keys.ts';
import { eventKey, eventRange } from '../keys.ts';
import { between, type Item, queryItems, type Table, toImage } from '../table.ts';
import { encryptedFacts } from './encrypted-facts.ts';
import { EventPositionItem } from './retention-items.ts';
import { formerEventKey } from './retention-keys.ts';
import { writtenWhole } from './written-whole.ts';

/** Events of one transaction, two items each: all together stay far below the four megabytes that DynamoDB takes. */
const EVENTS_AT_ONCE = 20;

/** What encrypts for the archive. */
export type KeyFor = (advertiserId: AdvertiserId) => Promise<ArchiveKey>;

type Deps = Table & { readonly clock: Clock; readonly keyFor: KeyFor };

/** What the last of these places says: up to where, and until when the events are kept that were moved with it. */
export const archivedIn = (places: readonly Item[]): StoredContact['archived'] => {
  const last = places.at(-1);
  if (last === undefined) return undefined;
  const { upTo, expiresAt } = readStored(EventPositionItem, last);
  return { upTo, until: toInstant(expiresAt * 1000) };
};

/** An event into the archive, and out of what lies under its contact: whatever is cut short, it is in one of the two. */
const moved = (
  { tableName }: Table,
  access: AdvertiserAccess,
  contactId: ContactId,
  { event, left, archived }: { readonly event: LedgerEvent; readonly left: object; readonly archived: object },
): readonly TransactWriteItem[] => [
  {
    Put: {
      TableName: tableName,
      Item: toImage({ ...formerEventKey(access, contactId, event.seq), entity: 'former-event', v: 1, ...archived }),
    },
  },
  {
    Update: {
      TableName: tableName,
      Key: toImage(eventKey(access, contactId, event.seq)),
      UpdateExpression: 'SET entity = :place, #event = :left, upTo = :upTo, expiresAt = :expiresAt',
      ConditionExpression: 'entity = :event',
      ExpressionAttributeNames: { '#event': 'event' },
      ExpressionAttributeValues: toImage({ ':event': 'event', ':place': 'event-position', ...left }),
    },
  },
];

/** Moves events to the archive, on DynamoDB: their positions stay under the contact, and what they said does not. */
export const archiveEventsOf =
  (deps: Deps): EndingContacts['archiveEvents'] =>
  async (access, contactId, events, { endedAt, until }) => {
    const expiresAt = epochSeconds(until);
    const [first, upTo] = [events[0]?.seq ?? 0, events.at(-1)?.seq ?? 0];
    // As they are stored: of what a later release wrote this one would leave out what it does not know.
    const range = { ...eventRange(access, contactId, first), to: eventKey(access, contactId, upTo).sk };
    const stored = await queryItems(deps, between(range), oppositionStoreUnavailable);
    const rawOf = new Map(stored.map(({ sk, event }) => [sk, event]));
    for (let at = 0; at < events.length; at += EVENTS_AT_ONCE) {
      const key = await deps.keyFor(access.advertiserId);
      const all = events.slice(at, at + EVENTS_AT_ONCE).flatMap((event) => {
        const { pk: _of, sk: place } = formerEventKey(access, contactId, event.seq);
        const encrypted = encryptedFacts(key, access, { of: contactId, place, facts: { event: rawOf.get(place) } });
        const archived = { recordedAt: event.recordedAt, endedAt, ...encrypted, expiresAt };
        const left = { ':left': positionOf(event), ':upTo': upTo, ':expiresAt': expiresAt };
        return moved(deps, access, contactId, { event, left, archived });
      });
      if (!(await writtenWhole(deps, all))) return false;
    }
    return true;
  };
