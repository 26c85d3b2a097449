import { campaignCancelled, campaignNotFound, noRunToCome } from '#shared/domain/campaign/campaign-failures.ts';
import type { CampaignJob } from '#shared/domain/job/campaign-job.ts';
import { knownAdvertiser } from '../../contacts/contact-of.ts';
import { type AskedOfCampaign, type BeginCampaignPorts, beginCampaignJob } from '../../jobs/begin-campaign-job.ts';
import type { Advertisers } from '../../settings/advertisers.port.ts';
import type { Campaigns } from '../campaigns.port.ts';

/**
 * Begins to find out what the next run of a campaign would come to. It may be paused; once it runs, its report says more. Throws
 * `advertiser-not-found`, `campaign-not-found`, `campaign-cancelled`, `campaign-run-not-found` where no run is to come, and
 * `idempotency-key-reused`.
 */
export const beginDryRun = async (
  ports: BeginCampaignPorts & {
    readonly advertisers: Pick<Advertisers, 'get'>;
    readonly campaigns: Pick<Campaigns, 'get' | 'nextRun' | 'runs'>;
  },
  asked: AskedOfCampaign,
): Promise<CampaignJob> => {
  const { access, campaignId } = asked;
  await knownAdvertiser(ports.advertisers, access);
  return beginCampaignJob(ports, asked, 'campaign-dry-run', async () => {
    const campaign = await ports.campaigns.get(access, campaignId);
    if (campaign === undefined) throw campaignNotFound();
    if (campaign.control === 'cancelled') throw campaignCancelled();
    const scheduledAt = await ports.campaigns.nextRun(access, campaignId);
    const runs = await ports.campaigns.runs(access, campaignId);
    const isStarted = runs.some(({ occurrence }) => occurrence.scheduledAt === scheduledAt);
    if (scheduledAt === undefined || isStarted) throw noRunToCome();
    return { name: campaign.name, scheduledAt };
  });
};
