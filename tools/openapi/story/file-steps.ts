import { documentOf } from '#shared/contracts/http/document.ts';
import { EXAMPLE_FILE, EXAMPLE_OPPOSED } from '#shared/contracts/http/examples.ts';
import { beginImportRoute } from '#shared/contracts/http/routes/begin-import.ts';
import { createAudienceListRoute } from '#shared/contracts/http/routes/create-audience-list.ts';
import type { Step } from './step.ts';

const ADVERTISER = { advertiserId: 'maison-valmy' };

/** A list of contacts is uploaded, and made by a job. */
export const FILE_STEPS: readonly Step[] = [
  { route: 'create-upload', status: 201, sends: EXAMPLE_FILE.text },
  {
    route: 'create-audience-list',
    status: 202,
    body: { ...Object(documentOf(createAudienceListRoute).request), uploadId: 'create-upload typical /uploadId' },
  },
  { route: 'get-job', status: 200, parameters: { ...ADVERTISER, jobId: 'create-audience-list typical /jobId' } },
  {
    route: 'get-audience-list',
    status: 200,
    parameters: { ...ADVERTISER, listId: 'create-audience-list typical /listId' },
  },
  { route: 'list-jobs', status: 200, parameters: ADVERTISER },
];

const CHECKED = { jobId: 'begin-import typical /jobId' };

/** A list of those who opposed is checked, and then recorded. */
export const IMPORT_STEPS: readonly Step[] = [
  {
    route: 'create-upload',
    example: 'opposed',
    status: 201,
    sends: EXAMPLE_OPPOSED.text,
    body: { ...ADVERTISER, bytes: EXAMPLE_OPPOSED.length, sha256: EXAMPLE_OPPOSED.sha256 },
  },
  {
    route: 'begin-import',
    status: 202,
    body: { ...Object(documentOf(beginImportRoute).request), uploadId: 'create-upload opposed /uploadId' },
  },
  { route: 'get-job', example: 'import-check', status: 200, parameters: { ...ADVERTISER, ...CHECKED }, after: 60 },
  { route: 'commit-import', status: 202, parameters: { ...ADVERTISER, ...CHECKED } },
];
