import * as z from 'zod/mini';
import type { IndexedItem } from '#shared/app/audience/audience-index.port.ts';
import { AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import { Channel, Purpose } from '#shared/domain/message/channel.ts';
import { audienceRowOfKey, contactOfKey } from '../audience-keys.ts';
import { type Image, toItem } from '../table.ts';

/** What of the table a scan of it must bring: standings, and rows of the index. */
export const INDEXED_ITEMS = {
  FilterExpression: 'sk = :standing OR begins_with(pk, :row)',
  ExpressionAttributeValues: { ':standing': { S: 'STANDING' }, ':row': { S: 'AUDIENCE#' } },
  ProjectionExpression: 'pk, sk, seq, revision',
} as const;

const Whose = z.object({ advertiserId: AdvertiserId, contactId: ContactId });
const OfRow = z.extend(Whose, { channel: Channel, purpose: Purpose });
const Version = z.object({ seq: z.int(), revision: z.int() });

/** An item that a scan brought; `undefined`: it is neither, or its key can be nobody's. */
export const indexedItemOf = (image: Image): IndexedItem | undefined => {
  const item = toItem(image);
  const key = { pk: String(item.pk), sk: String(item.sk) };
  const row = OfRow.safeParse(audienceRowOfKey(key));
  if (row.success) {
    const { advertiserId, contactId, channel, purpose } = row.data;
    return { advertiserId, contactId, row: { list: { channel, purpose }, version: Version.safeParse(item).data } };
  }
  const contact = Whose.safeParse(contactOfKey(key));
  return contact.success ? contact.data : undefined;
};
