import { INERT_TOKENS } from '#shared/adapters/crypto/inert-tokens.ts';
import { runRecordsOf } from '#shared/adapters/dynamodb/campaigns/runs/run-records.ts';
import { jobsOf } from '#shared/adapters/dynamodb/jobs/jobs.ts';
import { beginDryRun } from '#shared/app/campaigns/dry-run/begin-dry-run.ts';
import { dryRunStep } from '#shared/app/campaigns/dry-run/dry-run-step.ts';
import { beginCampaignReport } from '#shared/app/campaigns/report/begin-campaign-report.ts';
import type { ReportFiles } from '#shared/app/campaigns/report/report-files.port.ts';
import { reportStep } from '#shared/app/campaigns/report/report-step.ts';
import type { RunRecords } from '#shared/app/campaigns/report/run-records.port.ts';
import { routesOf } from '#shared/app/campaigns/stopping/without-route.ts';
import { type JobPorts, PART, runJob } from '#shared/app/jobs/run-job.ts';
import type { ApiKey } from '#shared/domain/advertiser/api-key.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { type CampaignJob, isOfCampaign } from '#shared/domain/job/campaign-job.ts';
import { campaignReportPage } from '#shared/pages/campaign-report/report-page.ts';
import { sha256 } from '../builders.ts';
import type { SendWorld } from '../send-world.ts';
import type { CampaignWorld } from './campaign-world.ts';

/** The files of reports in memory, as S3 keeps them: a piece is written once. */
const filesInMemory = () => {
  const pieces = new Map<string, string>();
  const files = new Map<string, string>();
  const reportFiles: ReportFiles = {
    putPiece: async (_access, jobId, number, text) => {
      const name = `${jobId}/${number}`;
      if (!pieces.has(name)) pieces.set(name, text);
      return pieces.get(name) ?? text;
    },
    piece: async (_access, jobId, number) => pieces.get(`${jobId}/${number}`),
    open: (_access, jobId, format) => {
      let all = '';
      return {
        write: async (text) => {
          all += text;
        },
        close: async () => void files.set(`${jobId}.${format}`, all),
      };
    },
    sign: async () => {
      throw new Error('not signed here');
    },
  };
  return { reportFiles, pieces, files };
};

/** The one key that a report of these campaigns can name. */
export const KEY = { apiKeyId: 'key_crm', name: 'crm', advertisers: ['maison-valmy'] } as unknown as ApiKey;

type Wrap = <P extends object>(port: P) => P;

/** Jobs on the campaigns of a world, worked to their end part by part. */
export const campaignJobsOf = (world: SendWorld, campaign: CampaignWorld) => {
  const { clock, access, table } = world;
  const deps = { ...table, clock };
  const jobs = jobsOf(deps);
  const made = filesInMemory();
  const queue: { advertiserId: string; jobId: string }[] = [];
  const jobQueue: JobPorts['jobQueue'] = { put: async (reference) => void queue.push({ ...reference }) };
  const none = async () => {
    throw new Error('no file here');
  };
  const portsOf = (wrap: Wrap, changed: (records: RunRecords) => RunRecords): JobPorts => ({
    jobs: wrap(jobs),
    jobFiles: { read: none, putPiece: none },
    jobReports: { join: none },
    jobQueue: wrap(jobQueue),
    clock,
    part: PART,
    takers: { 'audience-list': none, 'import-check': none, 'import-commit': none },
    campaigns: {
      'campaign-dry-run': dryRunStep({
        ...world.ports,
        clock,
        campaigns: campaign.campaigns,
        audience: wrap(campaign.audience),
        quotas: { of: async () => campaign.quota.email },
        tokens: INERT_TOKENS,
        routes: routesOf(world.ports),
      }),
      'campaign-report': reportStep({
        clock,
        runs: campaign.runs,
        audience: campaign.audience,
        advertisers: world.ports.advertisers,
        claims: world.ports.claims,
        apiKeys: { get: async (id) => (id === KEY.apiKeyId ? KEY : undefined) },
        runRecords: wrap(changed(runRecordsOf(deps))),
        reportFiles: wrap(made.reportFiles),
        writePage: campaignReportPage,
      }),
    },
  });
  let asked = 0;
  const asking = () => {
    asked += 1;
    return { requestId: `job-${asked}-${clock.now()}`, bodySha256: sha256('3') };
  };
  const beginning = { jobs, jobQueue, clock, advertisers: world.ports.advertisers, campaigns: campaign.campaigns };
  const job = async (jobId: string): Promise<CampaignJob> => {
    const found = await jobs.get(access, jobId as never);
    if (found === undefined || !isOfCampaign(found)) throw new Error('no such job');
    return found;
  };
  return {
    ...made,
    queue,
    job,
    beginDryRun: ({ campaignId }: Pick<RunName, 'campaignId'>) =>
      beginDryRun(beginning, { access, campaignId, request: asking() }),
    beginReport: ({ campaignId, scheduledAt }: Pick<RunName, 'campaignId'> & Partial<RunName>) =>
      beginCampaignReport(
        { ...beginning, runs: campaign.runs },
        { access, campaignId, scheduledAt, request: asking() },
      ),
    /** One delivery of the queue of jobs; no time is left after a part. */
    async deliver(jobId: string, wrap: Wrap = (port) => port, changed = (records: RunRecords) => records) {
      const ports = portsOf(wrap, changed);
      return runJob(ports, { advertiserId: access.advertiserId, jobId: jobId as never, timeLeftMs: () => 0 });
    },
    /** Works a job to its end. */
    async work({ jobId }: Pick<CampaignJob, 'jobId'>, changed?: (records: RunRecords) => RunRecords) {
      for (let rounds = 0; rounds < 2_000; rounds += 1) {
        await this.deliver(jobId, undefined, changed);
        const found = await job(jobId);
        if (found.state === 'finished' || found.state === 'failed') return found;
      }
      throw new Error('the job never ends');
    },
  };
};
export type CampaignJobs = ReturnType<typeof campaignJobsOf>;
