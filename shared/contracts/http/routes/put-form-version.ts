import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { FormVersionContent } from '#shared/domain/consent/form-version.ts';
import { document } from '../document.ts';
import { route } from '../route.ts';
import { requestedApprover } from '../settings/approver.ts';
import { FormVersion, FormVersionPath, formExample } from '../settings/form-version.ts';

/** Stores a version of a collection form. */
export const putFormVersionRoute = route({
  name: 'put-form-version',
  method: 'PUT',
  path: '/v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}',
  scope: 'advertisers:write',
  parameters: FormVersionPath,
  body: z.extend(FormVersionContent, {
    approver: about(
      'The named human who approved this version. Absent: nobody did, and consents on it support nothing.',
      requestedApprover(),
    ),
  }),
});

document(putFormVersionRoute, () => ({
  summary: 'Stores a version of a collection form exactly as shown, and says what consents given on it support',
  answers: [
    { status: 201, means: 'Stored, under the hash of its content', body: FormVersion },
    { status: 200, means: 'The same content was stored before', body: FormVersion },
  ],
  problems: ['advertiser-not-found', 'version-immutable'],
  request: formExample(),
}));
