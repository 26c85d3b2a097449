import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { UploadId } from '#shared/domain/ids.ts';
import { ListedBy } from '#shared/domain/job/job.ts';
import { line } from '#shared/domain/text/text.ts';
import { document } from '../document.ts';
import { JobView, UPLOAD_PROBLEMS } from '../jobs/job-answer.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** Makes a list of contacts of an uploaded file. */
export const createAudienceListRoute = route({
  name: 'create-audience-list',
  method: 'POST',
  path: '/v1/audiences/lists',
  scope: 'campaigns:write',
  idempotency: 'required',
  body: z.strictObject({
    advertiserId: AdvertiserQuery.shape.advertiserId,
    name: about('A name by which you recognise the list, 1 to 100 characters. Name no person in it.', line(100)),
    uploadId: about('The upload that has the file: it was sent already.', UploadId),
    by: about('What names the contacts: their e-mail addresses, their telephone numbers, or their ids.', ListedBy),
    heading: about(
      'The heading of that column in the first row, in any case, 1 to 100 characters. Absent: the word given as by.',
      z.optional(line(100)),
    ),
  }),
});

document(createAudienceListRoute, () => ({
  summary: 'Makes a list of contacts of an uploaded CSV file',
  answers: [
    {
      status: 202,
      means: 'The job that makes it: ask for it until it is finished, and see what was rejected',
      body: JobView,
    },
  ],
  problems: UPLOAD_PROBLEMS,
  request: {
    advertiserId: 'maison-valmy',
    name: 'Clients de l’hiver',
    uploadId: 'upl_aaaaaaaaaaaaaaaaaaaaaa',
    by: 'email',
  },
}));
