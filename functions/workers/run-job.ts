import { manifest } from '#functions/manifest.ts';
import { exporting, running } from '#functions/wiring/job-worker.ts';
import { jobParking } from '#functions/wiring/jobs.ts';
import { runJob } from '#shared/app/jobs/run-job.ts';
import { runExport } from '#shared/app/rights/export/run-export.ts';
import { JobRequest } from '#shared/contracts/queues/job-request.ts';
import { log } from '#shared/edge/log/log.ts';
import { worker } from '#shared/edge/queue.ts';
import { campaignReportPage } from '#shared/pages/campaign-report/report-page.ts';
import { personalDataPage } from '#shared/pages/personal-data/personal-data-page.ts';

/** Goes on with a job, part by part: reads its file, looks at the recipients of a campaign, or gathers what is held of a person. */
export const handler = worker(manifest['run-job'], {
  message: JobRequest,
  run: async ({ env, message, remainingMs }) => {
    const asked = { ...message, timeLeftMs: remainingMs };
    const job =
      (await runJob(await running(env, campaignReportPage), asked)) ??
      (await runExport(exporting(env, personalDataPage), asked));
    if (job !== undefined) log('job-went-on', { ...message, state: job.state, code: job.fault ?? '' });
  },
  park: (env, body, reason) => jobParking(env).park(body, reason),
});
