import { beginImportRoute } from '#shared/contracts/http/routes/begin-import.ts';
import { commitImportRoute } from '#shared/contracts/http/routes/commit-import.ts';
import { createAudienceListRoute } from '#shared/contracts/http/routes/create-audience-list.ts';
import { createUploadRoute } from '#shared/contracts/http/routes/create-upload.ts';
import { getAudienceListRoute } from '#shared/contracts/http/routes/get-audience-list.ts';
import { getJobRoute } from '#shared/contracts/http/routes/get-job.ts';
import { listJobsRoute } from '#shared/contracts/http/routes/list-jobs.ts';
import { entry, routeEntries } from './entry.ts';
import { ENCRYPTING, FINDING, NAMING, READING_PROOF } from './grants.ts';
import { MAKING, OPPOSING } from './table-grants.ts';

/** Files that are uploaded, and the jobs that read them. */
export const jobEntries = {
  ...routeEntries([
    { route: createUploadRoute, grants: ['get:advertiser', 'put:job', 'uploads:write'] },
    {
      route: createAudienceListRoute,
      grants: ['get:advertiser', 'get:job', 'put:job', 'uploads:find', 'jobs:put'],
    },
    {
      route: beginImportRoute,
      grants: [
        ...(['get:advertiser', 'get:form', 'get:job', 'put:job', 'uploads:find', 'jobs:put'] as const),
        // A key that is shared with a partner is kept encrypted.
        'put:opposed',
        ...ENCRYPTING,
      ],
    },
    { route: commitImportRoute, grants: ['get:job', 'put:job', 'jobs:put'] },
    { route: getAudienceListRoute, grants: ['get:job'] },
    { route: listJobsRoute, grants: ['get:advertiser', 'get:job', 'query:job'] },
    { route: getJobRoute, grants: ['get:job', 'reports:read'], env: ['SMS_SEGMENT_USD', 'EMAIL_THOUSAND_USD'] },
  ]),
  'run-job': entry(
    'workers/run-job',
    'Goes on with a job, part by part: reads its file, looks at the recipients of a campaign, or gathers what is held of a person',
    { kind: 'queue', queue: 'jobs', batchSize: 1, maxConcurrency: 5 },
    {
      grants: [
        ...(['get:job', 'put:job', 'get-many:contact', 'put:list', 'get:opposed', 'put:opposed'] as const),
        ...FINDING,
        ...(['uploads:read', 'reports:write', 'jobs:put', 'jobs:park'] as const),
        // An import records what the API records.
        ...OPPOSING,
        ...NAMING,
        // A dry run makes what the sender makes, and hands nothing over.
        ...MAKING,
        ...(['contents:read', 'email:quota', 'query:audience', 'query:list'] as const),
        ...ENCRYPTING,
        // With the name of the key that paused a campaign, and whether an operator halts it.
        ...(['get:campaign', 'get-many:campaign', 'query:campaign', 'get:key', 'get:halts'] as const),
        // The files of an answer: everything that is held of a person, the archive too.
        ...(['query:campaigns', 'get:confirmation', 'query:job', 'get-many:job', 'query:partner'] as const),
        ...READING_PROOF,
        'values:read',
        ...(['get-many:list', 'list:MessagesOfContact', 'get-many:message', 'reports:remove'] as const),
      ],
      env: [
        'PUBLIC_BASE_URL',
        'SMS_RATE',
        'PROVIDER_ROUTE',
        'TABLE_ADOPTED',
        'WHERE_HELD',
        'JOURNAL_REPLICA',
        'FORMERLY',
      ],
      // A part takes seconds. What a crash leaves is taken up after six times this.
      timeoutSeconds: 120,
      memoryMb: 1769,
      // A job of hours asks for its next minute.
      goesRound: 'until-done',
    },
  ),
} as const;
