import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { document } from '../document.ts';
import { nextCursor, pageParameters } from '../page.ts';
import { route } from '../route.ts';
import { TemplateEntry, TemplatePath } from '../settings/template-version.ts';

/** The versions of one template. */
export const listTemplateVersionsRoute = route({
  name: 'list-template-versions',
  method: 'GET',
  path: '/v1/advertisers/{advertiserId}/templates/{templateId}/versions',
  scope: 'templates:read',
  parameters: TemplatePath,
  query: z.strictObject(pageParameters),
});

const VersionsPage = z.strictObject({
  versions: about('Versions, by label. Empty: no version of this template is stored.', z.array(TemplateEntry)),
  nextCursor,
});

document(listTemplateVersionsRoute, () => ({
  summary: 'Every version of one message template',
  answers: [{ status: 200, means: 'One page of versions', body: VersionsPage }],
  problems: ['advertiser-not-found'],
}));
