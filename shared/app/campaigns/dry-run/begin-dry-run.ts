import {
  campaignCancelled,
  campaignNotFound,
  noRunToCome,
  pastItsEnd,
  runHasStarted,
} from '#shared/domain/campaign/campaign-failures.ts';
import { timesOf } from '#shared/domain/campaign/first-run.ts';
import type { CampaignJob } from '#shared/domain/job/campaign-job.ts';
import { knownAdvertiser } from '../../contacts/contact-of.ts';
import { type AskedOfCampaign, type BeginCampaignPorts, beginCampaignJob } from '../../jobs/begin-campaign-job.ts';
import type { Advertisers } from '../../settings/advertisers.port.ts';
import type { Campaigns } from '../campaigns.port.ts';

/**
 * Begins to find out what the next run of a campaign would come to. It may be paused, or await its approval; once it runs, its report says more. Throws
 * `advertiser-not-found`, `campaign-not-found`, `campaign-cancelled`, `campaign-run-not-found` where no run is to come, its end has passed or the run has started, and
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
    const scheduledAt =
      campaign.control === 'awaiting-approval'
        ? timesOf(campaign, ports.clock.now()).firstRun
        : await ports.campaigns.nextRun(access, campaignId);
    if (campaign.endsAt <= ports.clock.now()) throw pastItsEnd();
    const runs = await ports.campaigns.runs(access, campaignId);
    const isStarted = runs.some(({ occurrence }) => occurrence.scheduledAt === scheduledAt);
    if (isStarted || (scheduledAt === undefined && runs.length > 0)) throw runHasStarted();
    if (scheduledAt === undefined) throw noRunToCome();
    return { name: campaign.name, scheduledAt };
  });
};
