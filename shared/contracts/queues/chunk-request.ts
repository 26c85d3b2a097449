import * as z from 'zod/mini';
import { CampaignId } from '../../domain/campaign/campaign.ts';
import { AdvertiserId, Instant } from '../../domain/ids.ts';

/** What the queue of campaigns carries: which chunk of which run. Never personal data. */
export const ChunkRequest = z.strictObject({
  advertiserId: AdvertiserId,
  campaignId: CampaignId,
  scheduledAt: Instant,
  chunkId: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/)),
});
