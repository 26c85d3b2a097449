import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { JobId } from '#shared/domain/ids.ts';
import { document } from '../document.ts';
import { JobView } from '../jobs/job-answer.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** Records what a checked file says. */
export const commitImportRoute = route({
  name: 'commit-import',
  method: 'POST',
  path: '/v1/imports/{jobId}/commit',
  scope: 'imports:write',
  parameters: z.strictObject({ jobId: about('The id of the job that checked the import.', JobId) }),
  query: AdvertiserQuery,
});

document(commitImportRoute, () => ({
  summary: 'Records the rows of an import that was checked, once',
  answers: [
    {
      status: 202,
      means: 'The job that records them: ask for it until it is finished, and read its report',
      body: JobView,
    },
  ],
  problems: ['advertiser-not-found', 'job-not-found', 'import-not-checked'],
}));
