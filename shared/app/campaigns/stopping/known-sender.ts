import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import { SENDER_UNKNOWN } from '#shared/domain/campaign/recipient.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { senderFacts } from '#shared/law/facts/sender.ts';
import type { Advertisers } from '../../settings/advertisers.port.ts';
import type { Campaigns } from '../campaigns.port.ts';
import type { BrakePorts } from './brake-campaign.ts';

/** What says whether a campaign has a sender still. */
export interface SenderPorts {
  /** As stored now. */
  readonly advertisers: Pick<Advertisers, 'current'>;
  readonly campaigns: Pick<Campaigns, 'control'>;
  readonly onPaused?: BrakePorts['onPaused'];
}

/** Is what it sends from in these settings? Where it names no sender, any of its channel is. */
export const isSenderKnown = (campaign: Pick<Campaign, 'channel' | 'sender'>, advertiser: Advertiser): boolean =>
  senderFacts({ message: campaign, advertiser }).senderIsRegistered;

/**
 * Pauses a campaign before a run of it starts, where the settings know its sender no more: each verdict would refuse for good what nobody was asked.
 * `pausedAt`: since when it is noted as paused. True: the run does not start; where somebody changed the campaign meanwhile, a minute later it is looked at again.
 */
export const pauseIfSenderGone = async (
  { advertisers, campaigns, onPaused }: SenderPorts,
  access: AdvertiserAccess,
  campaign: Campaign,
  pausedAt: Instant,
): Promise<boolean> => {
  const advertiser = await advertisers.current(access);
  if (advertiser === undefined || isSenderKnown(campaign, advertiser)) return false;
  if (await campaigns.control(access, campaign, { control: 'paused', because: SENDER_UNKNOWN, pausedAt }))
    onPaused?.(campaign, SENDER_UNKNOWN);
  return true;
};
