import * as z from 'zod/mini';
import { Campaign, CampaignId, Occurrence } from '#shared/domain/campaign/campaign.ts';
import { Chunk, ChunkResult, WaitingPage } from '#shared/domain/campaign/chunk.ts';
import { RecipientState } from '#shared/domain/campaign/recipient.ts';
import { AdvertiserId, Instant, Sha256 } from '#shared/domain/ids.ts';

/** What the table contains of campaigns (`items.ts` has the rest). */
const item = <E extends string>(entity: E) => ({
  pk: z.string(),
  sk: z.string(),
  entity: z.literal(entity),
  v: z.literal(1),
  expiresAt: z.int(),
});

const RUN = { advertiserId: AdvertiserId, campaignId: CampaignId, scheduledAt: Instant };

export const CampaignItem = z.extend(Campaign, { ...item('campaign'), bodySha256: Sha256 });
export const ListedCampaignItem = z.strictObject({ ...item('listed-campaign'), campaignId: CampaignId });
export const OccurrenceItem = z.extend(Occurrence, item('occurrence'));
/** Lists of recipients are most of what a campaign writes: their JSON, deflated (`packed.ts`). */
const packed = { packed: z.instanceof(Uint8Array) };
export const ChunkItem = z.extend(z.omit(Chunk, { recipients: true }), {
  ...item('chunk'),
  ...packed,
  /** How many recipients are packed. */
  size: z.optional(z.int()),
  /** When a worker took it up for the last time that its queue gave it. */
  lastTryAt: z.optional(Instant),
});
export const WaitingPageItem = z.extend(WaitingPage, item('waiting-page'));
export const ChunkResultItem = z.extend(z.omit(ChunkResult, { outcomes: true }), {
  ...item('chunk-result'),
  ...packed,
  /** How many of them are in each state: what is published, without a look at who they are. */
  totals: z.partialRecord(RecipientState, z.int()),
});
/** Counts that are added to after an outcome is stored: a crash between the two leaves them short. */
export const ProgressItem = z.strictObject({
  ...item('progress'),
  scheduledAt: Instant,
  complaints: z.optional(z.int()),
  bounces: z.optional(z.int()),
  /** How many of these the provider kept back by itself. */
  suppressed: z.optional(z.int()),
  /** Turns of recipients in which they were certainly not written to. */
  spared: z.optional(z.int()),
  /** Of items of 28 November 2026: nobody writes it. */
  latest: z.optional(z.string()),
  ...Object.fromEntries(RecipientState.options.map((state) => [state, z.optional(z.int())])),
});
export const StartItem = z.strictObject({ ...item('start'), ...RUN });
export const RunningItem = z.strictObject({ ...item('running'), ...RUN });
export const NextRunItem = z.strictObject({ ...item('next-run'), ...RUN });
export const RunMarkItem = z.strictObject({ ...item('run-mark'), ...RUN });
/** A report that was counted. */
export const ReportedItem = z.strictObject({ ...item('reported'), scheduledAt: Instant });
export const PaceItem = z.strictObject({ ...item('pace') });
