import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { CampaignId } from '#shared/domain/campaign/campaign.ts';
import { RecipientState } from '#shared/domain/campaign/recipient.ts';
import { AdvertiserId, Instant } from '#shared/domain/ids.ts';

/** What the detail of every event about a run of a campaign holds. */
export const OF_RUN = {
  advertiserId: about('The advertiser on whose behalf the campaign goes.', AdvertiserId),
  campaignId: about('The campaign.', CampaignId),
  scheduledAt: about('When its run was due, in UTC: names the run among those of the campaign.', Instant),
};

/** How many recipients are in each state; a state that nobody is in is absent. */
export const CountsByState = z.partialRecord(RecipientState, z.int().check(z.gte(1)));

/** The same, as documentation shows it. */
export const EXAMPLE_OF_RUN = {
  advertiserId: 'maison-roy',
  campaignId: 'cmp_a1B2c3D4e5F6g7H8i9J0kL',
  scheduledAt: '2026-12-01T08:00:00.000Z',
};
