import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Campaign, CampaignId, Commanded } from '#shared/domain/campaign/campaign.ts';
import {
  campaignCancelled,
  campaignFinished,
  campaignNotApproved,
  campaignNotFound,
} from '#shared/domain/campaign/campaign-failures.ts';
import { comingOf, withSkipped } from '#shared/domain/campaign/recurring.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { Campaigns } from './campaigns.port.ts';
import { getCampaign, isFinished } from './show-campaign.ts';

/** Times that somebody else may change it meanwhile. */
const ROUNDS = 5;

/**
 * Pauses a campaign, lets it go on, or cancels it; what it is already stays, also once it is finished. It acts with the next chunk that a worker takes up,
 * and the queue holds two minutes of them. Throws `advertiser-not-found`,
 * `campaign-not-found`, `campaign-cancelled` for one that nothing brings back, `campaign-not-approved` for one that a second key has
 * still to approve, which can be cancelled alone, `campaign-finished` for one of which nothing is left, and `concurrent-change`.
 */
export const controlCampaign = async (
  {
    advertisers,
    campaigns,
  }: {
    readonly advertisers: Pick<Advertisers, 'get'>;
    readonly campaigns: Pick<Campaigns, 'get' | 'control' | 'runs' | 'nextRun'>;
  },
  command: {
    readonly access: AdvertiserAccess;
    readonly campaignId: CampaignId;
    readonly to: Commanded;
    /** The key of who asks. */
    readonly by: string;
  },
): Promise<Campaign> => {
  const { access, campaignId, to: control, by } = command;
  await knownAdvertiser(advertisers, access);
  for (let round = 0; round < ROUNDS; round += 1) {
    const campaign = await campaigns.get(access, campaignId);
    if (campaign === undefined) throw campaignNotFound();
    if (campaign.control === control) return campaign;
    if (campaign.control === 'cancelled') throw campaignCancelled();
    if (campaign.control === 'awaiting-approval' && control !== 'cancelled') throw campaignNotApproved();
    if (await isFinished(campaigns, access, campaign)) throw campaignFinished();
    if (await campaigns.control(access, campaign, { control, by })) {
      const { pausedBecause: _because, ...others } = campaign;
      return { ...others, control, revision: campaign.revision + 1 };
    }
  }
  throw concurrentChange();
};

/** A campaign that is paused. */
export interface Paused {
  readonly campaign: Campaign;
  /** Its next run starts where it goes on before this instant; `undefined`: none is to come. */
  readonly resumeBy: Instant | undefined;
  /** When the run that goes on ends, whether or not the campaign goes on by then; `undefined`: none does. */
  readonly runEndsBy: Instant | undefined;
}

/** Pauses a campaign, and says until when it may be resumed. Throws what `controlCampaign` does. */
export const pauseCampaign = async (
  ports: {
    readonly advertisers: Pick<Advertisers, 'get'>;
    readonly campaigns: Pick<Campaigns, 'get' | 'control' | 'runs' | 'nextRun'>;
    readonly clock: Clock;
  },
  of: { readonly access: AdvertiserAccess; readonly campaignId: CampaignId; readonly by: string },
): Promise<Paused> => {
  const paused = await controlCampaign(ports, { ...of, to: 'paused' });
  const { campaign, runs, resumeBy } = await getCampaign(ports, of);
  const going = runs.findLast(({ occurrence }) => occurrence.state === 'running');
  return {
    // Somebody else may have changed it since.
    campaign: campaign.control === 'paused' ? campaign : paused,
    resumeBy,
    runEndsBy: going?.occurrence.validUntil,
  };
};

/** A campaign that goes on. */
export interface Resumed {
  readonly campaign: Campaign;
  /** The run whose time came during the pause, and which starts within the next minute. */
  readonly lateRun: Instant | undefined;
}

/**
 * Lets a campaign go on, and says which run starts late for it, and which were skipped: also where the clock has still to note it. Throws what
 * `controlCampaign` does.
 */
export const resumeCampaign = async (
  ports: {
    readonly advertisers: Pick<Advertisers, 'get'>;
    readonly campaigns: Pick<Campaigns, 'get' | 'control' | 'runs' | 'nextRun'>;
    readonly clock: Clock;
  },
  {
    access,
    campaignId,
    by,
  }: { readonly access: AdvertiserAccess; readonly campaignId: CampaignId; readonly by: string },
): Promise<Resumed> => {
  // Before it goes on: a run that starts just afterwards has gone from there, and none starts before.
  const next = await ports.campaigns.nextRun(access, campaignId);
  const campaign = await controlCampaign(ports, { access, campaignId, to: 'running', by });
  // When it went on is noted by the store: by that its runs start, or are skipped.
  const noted = (await ports.campaigns.get(access, campaignId)) ?? campaign;
  const { lateRun, skipped } = comingOf(noted, next, ports.clock.now());
  return { campaign: withSkipped({ ...campaign, skipped: noted.skipped }, skipped), lateRun };
};
