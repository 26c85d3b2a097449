import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { document } from '../document.ts';
import { AnyJobView } from '../jobs/any-job.ts';
import { nextCursor, pageParameters } from '../page.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** The jobs of an advertiser, the latest first. */
export const listJobsRoute = route({
  name: 'list-jobs',
  method: 'GET',
  path: '/v1/jobs',
  scope: 'jobs:read',
  query: z.extend(AdvertiserQuery, pageParameters),
});

const JobsPage = z.strictObject({ jobs: about('Jobs, the latest first.', z.array(AnyJobView)), nextCursor });

document(listJobsRoute, () => ({
  summary: 'The jobs of an advertiser',
  answers: [{ status: 200, means: 'One page of jobs, the latest first', body: JobsPage }],
  problems: ['advertiser-not-found'],
}));
