import { document } from '../document.ts';
import { route } from '../route.ts';
import { FormVersion, FormVersionPath } from '../settings/form-version.ts';

/** One version of a collection form. */
export const getFormVersionRoute = route({
  name: 'get-form-version',
  method: 'GET',
  path: '/v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}',
  scope: 'advertisers:read',
  parameters: FormVersionPath,
});

document(getFormVersionRoute, () => ({
  summary: 'A version of a collection form exactly as shown, and what consents given on it support now',
  answers: [{ status: 200, means: 'That version', body: FormVersion }],
  problems: ['advertiser-not-found', 'form-version-not-found'],
}));
