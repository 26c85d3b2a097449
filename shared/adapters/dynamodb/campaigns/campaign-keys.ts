import type { ReportedKind } from '#shared/app/campaigns/run-feedback.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Campaign, CampaignId } from '#shared/domain/campaign/campaign.ts';
import type { WaitingPage } from '#shared/domain/campaign/chunk.ts';
import { type RunName, runMarkIn } from '#shared/domain/campaign/names.ts';
import type { ContactId, Instant, MessageId } from '#shared/domain/ids.ts';
import { type Key, shardOf } from '../keys.ts';

/**
 * Keys of campaigns. Every question, and the read that answers it:
 *
 * | question | pk | sk | read |
 * |---|---|---|---|
 * | What is this campaign, and may it go on? | `CAMPAIGN#<advertiser>#<campaign>` | `CAMPAIGN` | strong Get |
 * | How far is this run? | same | `OCCURRENCE#<scheduledAt>` | strong Get, Update if unchanged |
 * | Which runs did it have? | same | same | strong Query |
 * | What is a worker to do? | same | `WORK#<scheduledAt>#CHUNK#<chunk>` | conditional Put, strong BatchGet |
 * | Who comes up again by now? | same | `WORK#<scheduledAt>#PAGE#<dueAt>#<page>`, `…#WAVE#…`, `…#UNKNOWN#…` | strong Query |
 * | Is anybody of this run left? | same | `WORK#<scheduledAt>#` | strong Query of one item |
 * | What came of a chunk? | same | `RESULT#<scheduledAt>#<chunk>` | conditional Put, strong Get, Query |
 * | In which chunks may this recipient be? | same | same | strong Query backwards of one row, Query of what begins alike |
 * | How many ended how so far? | same | `PROGRESS#<scheduledAt>#<share>` | strong Query, Update that adds |
 * | Was this report counted, and of whom are there any? | same | `REPORTED#<scheduledAt>#<kind>#<contact>` | conditional Put, strong Query |
 * | Which campaigns are there? | `CAMPAIGNS#<advertiser>` | `AT#<createdAt>#<campaign>` | strong Query backwards, BatchGet |
 * | Which runs are to start by now? | `DUE#STARTS` | `<scheduledAt>#<advertiser>#<campaign>` | strong Query |
 * | What is the next run of this campaign? | `CAMPAIGN#<advertiser>#<campaign>` | `NEXT` | strong Get |
 * | Which runs are running? | `DUE#RUNNING` | `<advertiser>#<campaign>#<scheduledAt>` | strong Query |
 * | Which run is this recipient of? | `RUN#<advertiser>#<mark>` | `RUN` | strong Get |
 * | Who does this minute? | `PACE#<minute>` | `PACE` | conditional Put |
 */
export const campaignPk = (access: AdvertiserAccess, campaignId: CampaignId): string =>
  `CAMPAIGN#${access.advertiserId}#${campaignId}`;

const inCampaign = (access: AdvertiserAccess, { campaignId }: Pick<RunName, 'campaignId'>, sk: string): Key => ({
  pk: campaignPk(access, campaignId),
  sk,
});

type Run = Pick<RunName, 'campaignId' | 'scheduledAt'>;

export const campaignKey = (access: AdvertiserAccess, campaignId: CampaignId): Key =>
  inCampaign(access, { campaignId }, 'CAMPAIGN');
export const OCCURRENCES = 'OCCURRENCE#';
export const occurrenceKey = (access: AdvertiserAccess, run: Run): Key =>
  inCampaign(access, run, `${OCCURRENCES}${run.scheduledAt}`);
export const PROGRESSES = 'PROGRESS#';
export const progressPrefix = ({ scheduledAt }: Run): string => `${PROGRESSES}${scheduledAt}`;
const PROGRESS_SHARES = 16;
/** The share of the counts of a run that this id is counted in. Until a release of November 2026 a run had one item, of the prefix alone. */
export const progressKey = (access: AdvertiserAccess, run: Run, of: string): Key => {
  const share = String(shardOf(of, PROGRESS_SHARES)).padStart(2, '0');
  return inCampaign(access, run, `${progressPrefix(run)}#${share}`);
};
export const nextRunKey = (access: AdvertiserAccess, campaignId: CampaignId): Key =>
  inCampaign(access, { campaignId }, 'NEXT');

/** Everything of a run that is still to be done. */
export const workPrefix = ({ scheduledAt }: Run): string => `WORK#${scheduledAt}#`;
export const chunksPrefix = (run: Run): string => `${workPrefix(run)}CHUNK#`;
export const chunkKey = (access: AdvertiserAccess, run: Run, chunkId: string): Key =>
  inCampaign(access, run, `${chunksPrefix(run)}${chunkId}`);

/** Those who come up again, those whose wave is still to come up, and those of whom it is not known whether they were written to. */
const PAGES = { again: 'PAGE', wave: 'WAVE', unknown: 'UNKNOWN' } as const;
export type PagesKind = keyof typeof PAGES;
const kindOf = ({ isUnknown, isWave }: Pick<WaitingPage, 'isUnknown' | 'isWave'>): PagesKind => {
  if (isUnknown) return 'unknown';
  return isWave === true ? 'wave' : 'again';
};
const pagesPrefix = (run: Run, kind: PagesKind): string => `${workPrefix(run)}${PAGES[kind]}#`;
/** Pages due up to an instant, it included: `$` sorts after `#`, which follows it. */
export const pagesUpTo = (access: AdvertiserAccess, run: Run, kind: PagesKind, upTo: Instant) => ({
  pk: campaignPk(access, run.campaignId),
  from: pagesPrefix(run, kind),
  to: `${pagesPrefix(run, kind)}${upTo}$`,
});
export const pageKey = (
  access: AdvertiserAccess,
  run: Run,
  page: Pick<WaitingPage, 'isUnknown' | 'isWave' | 'dueAt' | 'pageId'>,
): Key => inCampaign(access, run, `${pagesPrefix(run, kindOf(page))}${page.dueAt}#${page.pageId}`);

export const resultsPrefix = ({ scheduledAt }: Run): string => `RESULT#${scheduledAt}#`;
export const resultKey = (access: AdvertiserAccess, run: Run, chunkId: string): Key =>
  inCampaign(access, run, `${resultsPrefix(run)}${chunkId}`);

export const reportedPrefix = ({ scheduledAt }: Run): string => `REPORTED#${scheduledAt}#`;
export const reportedKey = (access: AdvertiserAccess, run: Run, kind: ReportedKind, contactId: ContactId): Key =>
  inCampaign(access, run, `${reportedPrefix(run)}${kind}#${contactId}`);

/** The campaigns of an advertiser, by when they were created. */
export const listedCampaigns = (access: AdvertiserAccess) => ({
  pk: `CAMPAIGNS#${access.advertiserId}`,
  prefix: 'AT#',
});
export const listedCampaignKey = (
  access: AdvertiserAccess,
  { createdAt, campaignId }: Pick<Campaign, 'createdAt' | 'campaignId'>,
): Key => {
  const { pk, prefix } = listedCampaigns(access);
  return { pk, sk: `${prefix}${createdAt}#${campaignId}` };
};

export const STARTS = 'DUE#STARTS';
export const startKey = ({ advertiserId, campaignId, scheduledAt }: RunName): Key => ({
  pk: STARTS,
  sk: `${scheduledAt}#${advertiserId}#${campaignId}`,
});
export const RUNNING = 'DUE#RUNNING';
export const runningKey = ({ advertiserId, campaignId, scheduledAt }: RunName): Key => ({
  pk: RUNNING,
  sk: `${advertiserId}#${campaignId}#${scheduledAt}`,
});
/** By an id of any of its recipients. */
export const runMarkKey = (access: AdvertiserAccess, messageId: MessageId): Key => ({
  pk: `RUN#${access.advertiserId}#${runMarkIn(messageId)}`,
  sk: 'RUN',
});
export const paceKey = (minute: string): Key => ({ pk: `PACE#${minute}`, sk: 'PACE' });
