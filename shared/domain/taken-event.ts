import type { CampaignId } from './campaign/campaign.ts';
import type { CampaignTimes, Planned } from './campaign/first-run.ts';
import type { AdvertiserId, FactId, Instant, MessageId } from './ids.ts';

/** The times of a campaign that was just created: its first run is known. */
export type CreatedTimes = CampaignTimes & Required<Pick<Planned, 'firstRun'>> & { readonly runEndsBy: Instant };

/** What an event of an application had stored, and at whom. */
export interface TakenEvent {
  readonly advertiserId: AdvertiserId;
  readonly id: MessageId | FactId | CampaignId;
  /** Of a campaign alone: what its author must know of its times. */
  readonly campaign?: CreatedTimes | undefined;
}
