import * as z from 'zod/mini';
import { CampaignId } from '#shared/domain/campaign/campaign.ts';
import { RecipientState } from '#shared/domain/campaign/recipient.ts';
import { type Change, COUNTED_OF_MESSAGE, PUBLISHED_OF_DECISION, PUBLISHED_OF_MESSAGE } from '#shared/domain/change.ts';
import { HaltChange } from '#shared/domain/halt.ts';
import { AdvertiserId, ContactId, Instant } from '#shared/domain/ids.ts';
import { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { Message } from '#shared/domain/message/message.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { Review, ReviewDecision } from '#shared/domain/review/review.ts';
import { itemInImage } from './stream-image.ts';

/** A record of the table's stream, with both images (`NEW_AND_OLD_IMAGES`). */
export interface StreamRecord {
  readonly eventName?: string | undefined;
  readonly dynamodb?:
    | {
        readonly Keys?: unknown;
        readonly NewImage?: unknown;
        readonly OldImage?: unknown;
        readonly ApproximateCreationDateTime?: number | undefined;
      }
    | undefined;
}

/** What else a message holds is not read here: its encrypted values never enter the memory of this function as values. */
const CountedMessage = z.object(z.pick(Message, { ...PUBLISHED_OF_MESSAGE, ...COUNTED_OF_MESSAGE }).shape);
const LedgerItem = z.object({ advertiserId: AdvertiserId, contactId: ContactId, event: LedgerEvent });

const CAUSE = { advertiserId: true, reviewId: true, cause: true } as const;
const OpenedReview = z.object(z.pick(Review, { ...CAUSE, openedAt: true }).shape);
const TakenDecision = z.object({
  ...z.pick(Review, CAUSE).shape,
  decision: z.object(z.pick(ReviewDecision, PUBLISHED_OF_DECISION).shape),
});

/** Who asked for it and why are not read here. */
const ChangedHalts = z.object({
  number: z.int(),
  at: Instant,
  change: z.object(z.pick(HaltChange, { kind: true, advertiserId: true }).shape),
});

const Counts = z.partialRecord(RecipientState, z.int());
/** Who the recipients are is packed beside it, and is not unpacked here. */
const SettledChunk = z.object({ chunkId: z.string(), scheduledAt: Instant, settledAt: Instant, totals: Counts });
const EndedRun = z.object({
  advertiserId: AdvertiserId,
  campaignId: CampaignId,
  scheduledAt: Instant,
  startedAt: Instant,
  cut: z.int(),
  finishedAt: Instant,
  totals: Counts,
});

/** The campaign whose partition this is (`campaigns/campaign-keys.ts`). */
const campaignIn = (pk: unknown) => {
  const [, advertiserId, campaignId] = String(pk).split('#');
  return { advertiserId: AdvertiserId.parse(advertiserId), campaignId: CampaignId.parse(campaignId) };
};

/** The change that a stream record holds, if it is one that is published. Deletions (TTL, sweeps) are none. */
export const changeOf = (record: StreamRecord): Change | undefined => {
  const after = itemInImage(record.dynamodb?.NewImage);
  if (after === undefined || record.eventName === 'REMOVE') return undefined;
  if (after.entity === 'event') return { of: 'ledger', ...readStored(LedgerItem, after) };
  if (after.entity === 'review-decision') return { of: 'decision', ...readStored(TakenDecision, after) };
  if (after.entity === 'halt-change') return { of: 'halt', ...readStored(ChangedHalts, after) };
  const before = itemInImage(record.dynamodb?.OldImage);
  // What changes in a review later is its latest decision, which is an item of its own.
  if (after.entity === 'review' && before === undefined) return { of: 'review', ...readStored(OpenedReview, after) };
  if (after.entity === 'chunk-result' && before === undefined)
    return { of: 'chunk', ...campaignIn(after.pk), ...readStored(SettledChunk, after) };
  if (after.entity === 'occurrence' && after.state === 'finished' && before?.state !== 'finished')
    return { of: 'run', ...readStored(EndedRun, after) };
  if (after.entity !== 'message') return undefined;
  return {
    of: 'message',
    before: before && readStored(CountedMessage, before),
    after: readStored(CountedMessage, after),
  };
};

/** The key of the item that changed, as a change is parked: ids alone. */
export const parkedChangeOf = ({ dynamodb }: StreamRecord): string => {
  const { pk, sk } = itemInImage(dynamodb?.Keys) ?? {};
  return JSON.stringify({ pk, sk });
};
