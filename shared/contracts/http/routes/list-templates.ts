import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { document } from '../document.ts';
import { nextCursor, pageParameters } from '../page.ts';
import { route } from '../route.ts';
import { AdvertiserPath } from '../settings/settings.ts';
import { TemplateEntry } from '../settings/template-version.ts';

/** The versions of all templates of an advertiser. */
export const listTemplatesRoute = route({
  name: 'list-templates',
  method: 'GET',
  path: '/v1/advertisers/{advertiserId}/templates',
  scope: 'templates:read',
  parameters: AdvertiserPath,
  query: z.strictObject(pageParameters),
});

const VersionsPage = z.strictObject({
  versions: about('Versions, by template and label.', z.array(TemplateEntry)),
  nextCursor,
});

document(listTemplatesRoute, () => ({
  summary: 'Every version of every message template of an advertiser',
  answers: [{ status: 200, means: 'One page of versions', body: VersionsPage }],
  problems: ['advertiser-not-found'],
}));
