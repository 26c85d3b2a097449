import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { JobId } from '#shared/domain/ids.ts';
import { document } from '../document.ts';
import { AnyJobWithResult } from '../jobs/any-job.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** How far a job is. */
export const getJobRoute = route({
  name: 'get-job',
  method: 'GET',
  path: '/v1/jobs/{jobId}',
  scope: 'jobs:read',
  parameters: z.strictObject({ jobId: about('The id of the job, as it was answered when it was asked for.', JobId) }),
  query: AdvertiserQuery,
});

document(getJobRoute, () => ({
  summary: 'How far a job is, and what it made',
  answers: [{ status: 200, means: 'The job as it is now', body: AnyJobWithResult }],
  problems: ['advertiser-not-found', 'job-not-found'],
}));
