import { providerRoutesIn, sendingRoutesIn } from '#functions/manifest/provider-route.ts';
import { formerlyIn, formerProcessors } from '#functions/manifest/routes/formerly.ts';
import { processorOf } from '#functions/manifest/routes/processors.ts';
import { keyReader } from '#functions/wiring/acting.ts';
import { exportFiles, exportJobs } from '#functions/wiring/answers.ts';
import { audiencePages } from '#functions/wiring/audience.ts';
import { campaigns, quotas, runs } from '#functions/wiring/campaigns.ts';
import { judging, opposing } from '#functions/wiring/facts.ts';
import { handOffHalts } from '#functions/wiring/halts.ts';
import { jobFiles, jobQueue, jobReports, jobs, reportFiles } from '#functions/wiring/jobs.ts';
import { formerEvents, proofReader } from '#functions/wiring/keys/archive.ts';
import { making } from '#functions/wiring/making.ts';
import { sentValues } from '#functions/wiring/recipients.ts';
import { readRequests } from '#functions/wiring/rights.ts';
import { claims } from '#functions/wiring/workers.ts';
import {
  advertisers,
  clock,
  contents,
  fingerprints,
  formVersions,
  inertTokens,
  ledgerWithoutAddresses,
  opener,
  oppositionLists,
  table,
} from '#functions/wiring.ts';
import { audienceListsOf } from '#shared/adapters/dynamodb/audience/audience-lists.ts';
import { runRecordsOf } from '#shared/adapters/dynamodb/campaigns/runs/run-records.ts';
import { heldDataOf } from '#shared/adapters/dynamodb/rights/held/held-data.ts';
import { takeListed } from '#shared/app/audience/take-listed.ts';
import { dryRunStep } from '#shared/app/campaigns/dry-run/dry-run-step.ts';
import { reportStep } from '#shared/app/campaigns/report/report-step.ts';
import type { WritePage } from '#shared/app/campaigns/report/report-view.ts';
import { ledgerOfCheck, takeImported } from '#shared/app/imports/take-imported.ts';
import { type JobPorts, PART } from '#shared/app/jobs/run-job.ts';
import { leftInRecords } from '#shared/app/rights/export/left-in-records.ts';
import type { RunExportPorts, WriteExportPage } from '#shared/app/rights/export/run-export.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import type { manifest } from '../manifest.ts';

type Env = EnvironmentOf<(typeof manifest)['run-job']>;

/** The check of an import does what its commit does, with a ledger that writes nothing. */
const importing = async (env: Env) => {
  const beside = { oppositionLists: oppositionLists(env), formerEvents: formerEvents(env) };
  const ports = { ...(await opposing(env)), ...(await judging(env)), ...beside };
  return {
    'import-check': takeImported({ ...ports, ledger: ledgerOfCheck(ports.ledger) }),
    'import-commit': takeImported(ports),
  };
};

/** What jobs need, of each kind what it does. */
export const running = async (env: Env, writePage: WritePage): Promise<JobPorts> => ({
  jobs: jobs(env),
  jobFiles: jobFiles(env),
  jobReports: jobReports(env),
  jobQueue: jobQueue(env),
  clock,
  part: PART,
  takers: {
    'audience-list': takeListed({
      audienceLists: audienceListsOf(table(env)),
      fingerprints: await fingerprints(env),
    }),
    ...(await importing(env)),
  },
  campaigns: {
    'campaign-dry-run': dryRunStep({
      ...making(env),
      campaigns: campaigns(env),
      audience: audiencePages(env),
      quotas: quotas(env),
      halts: handOffHalts(env),
      tokens: inertTokens,
      routes: sendingRoutesIn(env.PROVIDER_ROUTE),
    }),
    'campaign-report': reportStep({
      clock,
      runs: runs(env),
      audience: audiencePages(env),
      advertisers: advertisers(env),
      apiKeys: keyReader(env),
      claims: claims(env),
      runRecords: runRecordsOf(table(env)),
      reportFiles: reportFiles(env),
      writePage,
    }),
  },
});

const whereHeld = ({ WHERE_HELD, JOURNAL_REPLICA, PROVIDER_ROUTE, FORMERLY }: Env) => {
  const [region = '', ...days] = WHERE_HELD.split(' ');
  const [logDays = 0, failedRecordDays = 0, journalDays = 0] = days.map(Number);
  const copyRegion = JOURNAL_REPLICA === 'none' ? undefined : JOURNAL_REPLICA.split(' ')[0];
  const formerly = formerlyIn(FORMERLY);
  const inUse = providerRoutesIn(PROVIDER_ROUTE).map((route) =>
    processorOf(route.name, route.channels, 'url' in route ? route.url : undefined),
  );
  const providers = [...inUse, ...formerProcessors(formerly)];
  const copies = { copyRegion, formerCopies: formerly.journalRegions };
  return { region, ...copies, providers, logDays, failedRecordDays, journalDays };
};

/** What gathers what is held of a person, and writes it. */
export const exporting = (env: Env, writePage: WriteExportPage): RunExportPorts => ({
  heldData: leftInRecords({
    heldData: heldDataOf({
      ...table(env),
      vault: opener(env),
      values: sentValues(env),
      lists: oppositionLists(env),
      proofs: proofReader(env),
    }),
    ledger: ledgerWithoutAddresses(env),
    advertisers: advertisers(env),
    clock,
  }),
  ledger: ledgerWithoutAddresses(env),
  contents: contents(env),
  advertisers: advertisers(env),
  formVersions: formVersions(env),
  requests: readRequests(env),
  exportJobs: exportJobs(env),
  exportFiles: exportFiles(env),
  jobQueue: jobQueue(env),
  where: whereHeld(env),
  clock,
  writePage,
});
