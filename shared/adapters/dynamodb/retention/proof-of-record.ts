import type { Proof } from '#shared/app/retention/proof-archive.port.ts';
import { AdvertiserId, type Instant } from '#shared/domain/ids.ts';
import type { StreamRecord } from '../stream-change.ts';
import { itemInImage } from '../stream-image.ts';
import type { Item } from '../table.ts';

/** Of a message: which content, on what grounds, what it was judged, and the hash of what left. */
const OF_MESSAGE = [
  ...(['messageId', 'contactId', 'channel', 'purpose', 'partner', 'basis', 'offerCategory', 'sender', 'test'] as const),
  ...(['contentSha256', 'template', 'acceptedAt', 'status', 'verdict', 'handedOffAt', 'settledAt'] as const),
  ...(['providerMessageId', 'undeliveredBecause', 'bytesSha256', 'variantSha256', 'segments'] as const),
];
/** Of a campaign: what its recipients were sent, but for the values that its content was filled with. */
const OF_CAMPAIGN = [
  ...(['campaignId', 'name', 'channel', 'purpose', 'partner', 'basis', 'offerCategory', 'sender'] as const),
  ...(['template', 'contentSha256', 'createdAt', 'endsAt'] as const),
];
/** Of what came of a chunk: all of it. */
const OF_CHUNK = ['chunkId', 'scheduledAt', 'settledAt', 'packed'] as const;

/** Messages of these may have left. */
const MAY_HAVE_LEFT: ReadonlySet<unknown> = new Set(['sent', 'unknown', 'unknown-final', 'undelivered']);

const picked = (item: Item, names: readonly string[]): Item =>
  Object.fromEntries(names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));

const campaignOf = (pk: unknown): string => String(pk).split('#').at(-1) ?? '';

/** What goes by TTL after thirteen months, and is proof from then on: a copy from the first day would cost each recipient a tenth of a unit more. */
const proofOfGone = (gone: Item): Omit<Proof, 'advertiserId'> | undefined => {
  const { entity, pk, sk, settledAt } = gone;
  if (entity === 'chunk-result')
    return { of: campaignOf(pk), place: String(sk), at: settledAt as Instant, facts: picked(gone, OF_CHUNK) };
  // Once more: what a release wrote that kept no list of the campaigns of which there is proof is listed now.
  return entity === 'campaign' ? proofOf(gone) : undefined;
};

const proofOf = (item: Item): Omit<Proof, 'advertiserId'> | undefined => {
  const { entity, contactId, messageId, handedOffAt, acceptedAt, settledAt, pk, endsAt } = item;
  if (entity === 'message' && MAY_HAVE_LEFT.has(item.status)) {
    const at = (handedOffAt ?? settledAt ?? acceptedAt) as Instant;
    return { of: String(contactId), place: `SENT#${String(messageId)}`, at, facts: picked(item, OF_MESSAGE) };
  }
  if (entity === 'campaign')
    return { of: campaignOf(pk), place: 'CAMPAIGN', at: endsAt as Instant, facts: picked(item, OF_CAMPAIGN) };
  return undefined;
};

/** The proof that a stored item is of something sent; `undefined`: it is none. Nothing here is parsed: proof of any shape is kept. */
export const proofOfRecord = ({ eventName, dynamodb }: StreamRecord): Proof | undefined => {
  const isGone = eventName === 'REMOVE';
  const item = itemInImage(isGone ? dynamodb?.OldImage : dynamodb?.NewImage);
  if (item === undefined) return undefined;
  const proof = isGone ? proofOfGone(item) : proofOf(item);
  const advertiserId = AdvertiserId.safeParse(String(item.pk).split('#')[1]).data;
  return proof && advertiserId && { ...proof, advertiserId };
};
