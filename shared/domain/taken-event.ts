import type { CampaignId } from './campaign/campaign.ts';
import type { CampaignTimes, Planned } from './campaign/first-run.ts';
import type { AdvertiserId, FactId, MessageId } from './ids.ts';

/** What an event of an application had stored, and at whom. */
export interface TakenEvent {
  readonly advertiserId: AdvertiserId;
  readonly id: MessageId | FactId | CampaignId;
  /** Of a campaign alone: what its author must know of its times. */
  readonly campaign?: (CampaignTimes & Pick<Planned, 'firstRun'>) | undefined;
}
