import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Campaign, CampaignId } from '#shared/domain/campaign/campaign.ts';
import { campaignNotFound } from '#shared/domain/campaign/campaign-failures.ts';
import { comingOf, resumableUntil, withSkipped } from '#shared/domain/campaign/recurring.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { type CampaignState, runsOf, stateOf } from './campaign-state.ts';
import type { Campaigns, RunProgress } from './campaigns.port.ts';

/** A campaign with how far it is. */
export interface ShownCampaign {
  readonly campaign: Campaign;
  readonly state: CampaignState;
  readonly runs: readonly RunProgress[];
  readonly nextRun: Instant | undefined;
  /** Its next run, where that starts late within the minute: its time came during a pause. */
  readonly lateRun: Instant | undefined;
  /** Of one that is paused: its next run starts where it goes on before this instant. */
  readonly resumeBy: Instant | undefined;
  /** When it was looked at. */
  readonly asOf: Instant;
}

interface Ports {
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly campaigns: Pick<Campaigns, 'get' | 'runs' | 'nextRun'>;
  readonly clock: Clock;
}

const shown = async (
  { campaigns, clock }: Pick<Ports, 'campaigns' | 'clock'>,
  access: AdvertiserAccess,
  campaign: Campaign,
): Promise<ShownCampaign> => {
  const { runs, nextRun: listed } = await runsOf(campaigns, access, campaign);
  const asOf = clock.now();
  const { nextRun, lateRun, skipped } = comingOf(campaign, listed, asOf);
  const resumeBy =
    nextRun === undefined || campaign.control !== 'paused' ? undefined : resumableUntil(campaign, nextRun);
  const state = stateOf(campaign, runs, nextRun);
  return { campaign: withSkipped(campaign, skipped), runs, nextRun, lateRun, resumeBy, asOf, state };
};

/** One campaign. Throws `advertiser-not-found` and `campaign-not-found`. */
export const getCampaign = async (
  ports: Ports,
  { access, campaignId }: { readonly access: AdvertiserAccess; readonly campaignId: CampaignId },
): Promise<ShownCampaign> => {
  await knownAdvertiser(ports.advertisers, access);
  const campaign = await ports.campaigns.get(access, campaignId);
  if (campaign === undefined) throw campaignNotFound();
  return shown(ports, access, campaign);
};
