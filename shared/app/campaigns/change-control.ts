import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Campaign, CampaignId, Commanded } from '#shared/domain/campaign/campaign.ts';
import {
  campaignCancelled,
  campaignFinished,
  campaignNotApproved,
  campaignNotFound,
} from '#shared/domain/campaign/campaign-failures.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { isFinished } from './campaign-state.ts';
import type { Campaigns } from './campaigns.port.ts';

/** Times that somebody else may change it meanwhile. */
const ROUNDS = 5;

/** What a campaign is paused, resumed and cancelled by. */
export interface ControlPorts {
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly campaigns: Pick<Campaigns, 'get' | 'control' | 'runs' | 'nextRun'>;
}

/** Which campaign, and who asks. */
export interface ControlCommand {
  readonly access: AdvertiserAccess;
  readonly campaignId: CampaignId;
  /** The key of who asks. */
  readonly by: string;
}

/**
 * Pauses a campaign, lets it go on, or cancels it; what it is already stays, also once it is finished. It acts with the next chunk that a worker takes up,
 * and the queue holds two minutes of them. Throws `advertiser-not-found`,
 * `campaign-not-found`, `campaign-cancelled` for one that nothing brings back, `campaign-not-approved` for one that a second key has
 * still to approve, which can be cancelled alone, `campaign-finished` for one of which nothing is left, and `concurrent-change`.
 */
export const changeControl = async (
  { advertisers, campaigns }: ControlPorts,
  command: ControlCommand & { readonly to: Commanded },
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
