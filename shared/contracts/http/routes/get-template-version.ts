import { document } from '../document.ts';
import { route } from '../route.ts';
import { TemplateVersion, TemplateVersionPath } from '../settings/template-version.ts';

/** One version of a message template. */
export const getTemplateVersionRoute = route({
  name: 'get-template-version',
  method: 'GET',
  path: '/v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}',
  scope: 'templates:read',
  parameters: TemplateVersionPath,
});

document(getTemplateVersionRoute, () => ({
  summary: 'A version of a message template as it was put, who approved it, and whether messages can be made from it',
  answers: [{ status: 200, means: 'That version', body: TemplateVersion }],
  problems: ['advertiser-not-found', 'template-version-not-found'],
}));
