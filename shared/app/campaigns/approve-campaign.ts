import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { secondKeyExpected } from '#shared/domain/advertiser/key-failures.ts';
import type { CampaignApproval } from '#shared/domain/campaign/approval.ts';
import type { Campaign, CampaignId } from '#shared/domain/campaign/campaign.ts';
import {
  approvalNotAwaited,
  campaignCancelled,
  campaignEnded,
  campaignNotFound,
  campaignTimePassed,
} from '#shared/domain/campaign/campaign-failures.ts';
import { type OutOfTime, type Planned, plan, SHORTEST_SECONDS, timesOf } from '#shared/domain/campaign/first-run.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { ApiKeys } from '../keys/api-keys.port.ts';
import { isSameHand } from '../keys/is-same-hand.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { Campaigns } from './campaigns.port.ts';

/** Times that somebody else may change it meanwhile. */
const ROUNDS = 5;

/** An approval that is stored, with what the approver must know of its times. */
export interface Approved {
  readonly campaign: Campaign;
  readonly approval: CampaignApproval;
  readonly isNew: boolean;
  /** Times that its clock is put forward over. */
  readonly moved: Planned['moved'];
  /** Waves of which the hour was past when it was approved, or comes after its end. */
  readonly outOfTime: readonly OutOfTime[];
}

const times = (approved: Campaign): Pick<Approved, 'moved' | 'outOfTime'> => timesOf(approved, approved.createdAt);

const answerOf = (campaign: Campaign, approval: CampaignApproval, isNew: boolean): Approved => ({
  campaign,
  approval,
  isNew,
  ...times({ ...campaign, control: 'running', approval }),
});

/**
 * Approves a campaign that awaits it: its first run starts by itself then, as its schedule says. Approved before: the first
 * approval stays. One whose time has passed meanwhile starts at once where the command says so, and is refused where it does not;
 * a recurring one goes on with its next run. Throws `advertiser-not-found`, `campaign-not-found`, `campaign-cancelled`,
 * `approval-not-awaited`, `second-key-expected` for the key that created it, and for one that made or replaced it or was made or
 * replaced by it, `campaign-time-passed`, and `concurrent-change`.
 */
export const approveCampaign = async (
  ports: {
    readonly advertisers: Pick<Advertisers, 'get'>;
    readonly campaigns: Pick<Campaigns, 'get' | 'approve'>;
    readonly apiKeys: Pick<ApiKeys, 'get'>;
    readonly clock: Clock;
  },
  command: {
    readonly access: AdvertiserAccess;
    readonly campaignId: CampaignId;
    readonly approver: CampaignApproval['approver'];
    readonly apiKeyId: string;
    readonly startsLate: boolean;
  },
): Promise<Approved> => {
  const { access, campaignId, approver, apiKeyId, startsLate } = command;
  await knownAdvertiser(ports.advertisers, access);
  for (let round = 0; round < ROUNDS; round += 1) {
    const campaign = await ports.campaigns.get(access, campaignId);
    if (campaign === undefined) throw campaignNotFound();
    if (campaign.control === 'cancelled') throw campaignCancelled();
    if (campaign.approval !== undefined) return answerOf(campaign, campaign.approval, false);
    const { createdBy } = campaign;
    if (campaign.control !== 'awaiting-approval' || createdBy === undefined) throw approvalNotAwaited();
    if (await isSameHand(ports.apiKeys, createdBy, apiKeyId)) throw secondKeyExpected();
    const approvedAt = ports.clock.now();
    const approval = { approver, approvedAt, firstRun: firstRunOf(campaign, approvedAt, startsLate), apiKeyId };
    if (await ports.campaigns.approve(access, campaign, approval)) return answerOf(campaign, approval, true);
  }
  throw concurrentChange();
};

/** Its first run from now on. Throws `campaign-time-passed`. */
const firstRunOf = (campaign: Campaign, now: Instant, startsLate: boolean): Instant => {
  if (campaign.endsAt <= now) throw campaignEnded();
  const planned = plan(campaign, now);
  if (!('detail' in planned)) return inTime(campaign, planned.firstRun);
  // What is recurring has no run left; its missed ones are not made up for.
  if ('every' in campaign.schedule) throw campaignEnded();
  if (!startsLate) throw campaignTimePassed();
  return inTime(campaign, now);
};

/** The same, where it begins a minute or more before its end: else nobody would be reached, as its creation says too. Throws `campaign-time-passed`. */
const inTime = ({ endsAt }: Campaign, firstRun: Instant): Instant => {
  if (endsAt < addSeconds(firstRun, SHORTEST_SECONDS)) throw campaignEnded();
  return firstRun;
};
