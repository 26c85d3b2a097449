import type { CampaignId } from './campaign/campaign.ts';
import type { AdvertiserId, FactId, MessageId } from './ids.ts';

/** What an event of an application had stored, and at whom. */
export interface TakenEvent {
  readonly advertiserId: AdvertiserId;
  readonly id: MessageId | FactId | CampaignId;
}
