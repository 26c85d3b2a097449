import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Campaign, CampaignId } from '#shared/domain/campaign/campaign.ts';
import { campaignNotFound } from '#shared/domain/campaign/campaign-failures.ts';
import { comingOf, resumableUntil, withSkipped } from '#shared/domain/campaign/recurring.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { Campaigns, RunProgress } from './campaigns.port.ts';

/** `cancelling`: nobody else is written to, and who waits gets that state. */
export type CampaignState =
  | 'awaiting-approval'
  | 'scheduled'
  | 'running'
  | 'paused'
  | 'cancelling'
  | 'cancelled'
  | 'finished';

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
  readonly campaigns: Pick<Campaigns, 'get' | 'list' | 'runs' | 'nextRun'>;
}
type ShowPorts = Ports & { readonly clock: Clock };
/** What shows one of them. */
type OnePorts = Pick<ShowPorts, 'advertisers' | 'clock'> & { readonly campaigns: Omit<Ports['campaigns'], 'list'> };

const stateOf = ({ control }: Campaign, runs: readonly RunProgress[], nextRun: Instant | undefined): CampaignState => {
  const isRunning = runs.some(({ occurrence }) => occurrence.state === 'running');
  if (control === 'cancelled') return isRunning ? 'cancelling' : 'cancelled';
  if (control === 'awaiting-approval') return control;
  if (!isRunning && nextRun === undefined) return 'finished';
  if (control === 'paused') return 'paused';
  return isRunning ? 'running' : 'scheduled';
};

/** Its latest runs, and the one that is to come; `undefined`: none is. */
const runsOf = async (
  campaigns: Pick<Campaigns, 'runs' | 'nextRun'>,
  access: AdvertiserAccess,
  { campaignId, control }: Campaign,
): Promise<Pick<ShownCampaign, 'runs' | 'nextRun'>> => {
  // The next run first: a run that starts between the two is in both, and never in neither.
  const next = await campaigns.nextRun(access, campaignId);
  const runs = await campaigns.runs(access, campaignId);
  const isStarted = runs.some(({ occurrence }) => occurrence.scheduledAt === next);
  return { runs, nextRun: control === 'cancelled' || isStarted ? undefined : next };
};

/** No run of it is to come, and none goes on. */
export const isFinished = async (
  campaigns: Pick<Campaigns, 'runs' | 'nextRun'>,
  access: AdvertiserAccess,
  campaign: Campaign,
): Promise<boolean> => {
  const { runs, nextRun } = await runsOf(campaigns, access, campaign);
  return stateOf(campaign, runs, nextRun) === 'finished';
};

const shown = async (
  { campaigns, clock }: Pick<OnePorts, 'campaigns' | 'clock'>,
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
  ports: OnePorts,
  { access, campaignId }: { readonly access: AdvertiserAccess; readonly campaignId: CampaignId },
): Promise<ShownCampaign> => {
  await knownAdvertiser(ports.advertisers, access);
  const campaign = await ports.campaigns.get(access, campaignId);
  if (campaign === undefined) throw campaignNotFound();
  return shown(ports, access, campaign);
};

/** A page of the campaigns of an advertiser, newest first. Throws `advertiser-not-found`. */
export const listCampaigns = async (
  ports: Ports,
  { access, page }: { readonly access: AdvertiserAccess; readonly page: PageAsked },
): Promise<Page<Campaign>> => {
  await knownAdvertiser(ports.advertisers, access);
  return ports.campaigns.list(access, page);
};
