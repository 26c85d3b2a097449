import { campaignNotFound, noSuchRun } from '#shared/domain/campaign/campaign-failures.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { CampaignJob } from '#shared/domain/job/campaign-job.ts';
import { knownAdvertiser } from '../../contacts/contact-of.ts';
import { type AskedOfCampaign, type BeginCampaignPorts, beginCampaignJob } from '../../jobs/begin-campaign-job.ts';
import type { Advertisers } from '../../settings/advertisers.port.ts';
import type { Campaigns } from '../campaigns.port.ts';
import type { Runs } from '../runs.port.ts';

/**
 * Begins the report of a run of a campaign that has started: of the latest, where none is named. Throws `advertiser-not-found`,
 * `campaign-not-found`, `campaign-run-not-found`, and `idempotency-key-reused`.
 */
export const beginCampaignReport = async (
  ports: BeginCampaignPorts & {
    readonly advertisers: Pick<Advertisers, 'get'>;
    readonly campaigns: Pick<Campaigns, 'get' | 'runs'>;
    readonly runs: Pick<Runs, 'read'>;
  },
  { scheduledAt: asked, ...command }: AskedOfCampaign & { readonly scheduledAt?: Instant | undefined },
): Promise<CampaignJob> => {
  const { access, campaignId } = command;
  await knownAdvertiser(ports.advertisers, access);
  return beginCampaignJob(ports, command, 'campaign-report', async () => {
    const campaign = await ports.campaigns.get(access, campaignId);
    if (campaign === undefined) throw campaignNotFound();
    const latest = asked ?? (await ports.campaigns.runs(access, campaignId)).at(-1)?.occurrence.scheduledAt;
    const { advertiserId } = access;
    const run = latest && (await ports.runs.read(access, { advertiserId, campaignId, scheduledAt: latest }));
    if (run === undefined) throw noSuchRun();
    return { name: campaign.name, scheduledAt: run.occurrence.scheduledAt };
  });
};
