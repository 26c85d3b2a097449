import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { CampaignApproval } from '#shared/domain/campaign/approval.ts';
import type { Reported } from '#shared/domain/campaign/brake.ts';
import type { Campaign, CampaignId, Commanded, Occurrence } from '#shared/domain/campaign/campaign.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import type { Totals } from '#shared/domain/campaign/recipient.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';

/** A run of a campaign, with how far it is. */
export interface RunProgress {
  readonly occurrence: Occurrence;
  /** Recipients with a final state so far, by state; what came last may not be in it yet. */
  readonly settled: Totals;
  /** What was reported of its mails so far. */
  readonly reported: Omit<Reported, 'spared'>;
}

/** What people make and look at. Strongly consistent. */
export interface Campaigns {
  /** Stores it with its first run, both or none. `undefined`: it has no run before it is approved. */
  create(
    access: AdvertiserAccess,
    campaign: Campaign,
    of: { readonly firstRun: Instant | undefined; readonly bodySha256: string },
  ): Promise<'stored' | 'already-stored' | 'reused-key'>;
  get(access: AdvertiserAccess, campaignId: CampaignId): Promise<Campaign | undefined>;
  /** What the same request stored before, as it is now; `undefined`: nothing. */
  repeated(
    access: AdvertiserAccess,
    campaignId: CampaignId,
    bodySha256: string,
  ): Promise<Campaign | 'reused-key' | undefined>;
  /** Newest first. */
  list(access: AdvertiserAccess, page: PageAsked): Promise<Page<Campaign>>;
  /** Its latest runs, some thirty at most, in their order. */
  runs(access: AdvertiserAccess, campaignId: CampaignId): Promise<readonly RunProgress[]>;
  /** Its next run; `undefined`: there is none to come. */
  nextRun(access: AdvertiserAccess, campaignId: CampaignId): Promise<Instant | undefined>;
  /** Where it is still at this revision. False: somebody else changed it, or a run of it has finished. `pausedAt`: of one that is paused, absent: now. `by`: the key of who asked, absent: nobody did. */
  control(
    access: AdvertiserAccess,
    campaign: Pick<Campaign, 'campaignId' | 'revision'>,
    to: {
      readonly control: Commanded;
      readonly because?: string | undefined;
      readonly pausedAt?: Instant | undefined;
      readonly by?: string | undefined;
    },
  ): Promise<boolean>;
  /** Stores its approval with its first run, both or none, where it is still at this revision. False: somebody else changed it. */
  approve(access: AdvertiserAccess, campaign: Campaign, approval: CampaignApproval): Promise<boolean>;
}

/** Runs that are to start. */
export interface Starts {
  due(now: Instant): Promise<readonly RunName[]>;
  /**
   * Stores the run if it is not there, lists it among those that run, lists the next one, then takes this one off the list of
   * those to start: whoever repeats it after a crash does no harm.
   */
  start(access: AdvertiserAccess, occurrence: Occurrence, next: Instant | undefined): Promise<void>;
  /**
   * Notes which runs of a campaign were skipped, lists the next one and takes this one off the list, all or nothing, where the campaign is still
   * at this revision. False: somebody changed it, who may have let it go on.
   */
  skip(
    access: AdvertiserAccess,
    run: RunName,
    to: { readonly campaign: Campaign; readonly skipped: readonly Instant[]; readonly next: Instant | undefined },
  ): Promise<boolean>;
  /** Takes a run off the list that is not to start. */
  drop(access: AdvertiserAccess, run: RunName): Promise<void>;
}
