import { manifest } from '#functions/manifest.ts';
import { jobParking, running } from '#functions/wiring-jobs.ts';
import { runJob } from '#shared/app/jobs/run-job.ts';
import { JobRequest } from '#shared/contracts/queues/job-request.ts';
import { log } from '#shared/edge/log/log.ts';
import { worker } from '#shared/edge/queue.ts';

/** Goes on with a job: reads its file part by part, and does what it is for. */
export const handler = worker(manifest['run-job'], {
  message: JobRequest,
  run: async ({ env, message, remainingMs }) => {
    const job = await runJob(await running(env), { ...message, timeLeftMs: remainingMs });
    if (job !== undefined) log('job-went-on', { ...message, state: job.state, code: job.fault ?? '' });
  },
  park: (env, body, reason) => jobParking(env).park(body, reason),
});
