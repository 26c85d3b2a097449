import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { document } from '../document.ts';
import { nextCursor, pageParameters } from '../page.ts';
import { route } from '../route.ts';
import { FormEntry } from '../settings/form-version.ts';
import { AdvertiserPath } from '../settings/settings.ts';

/** The versions of all forms of an advertiser. */
export const listFormsRoute = route({
  name: 'list-forms',
  method: 'GET',
  path: '/v1/advertisers/{advertiserId}/forms',
  scope: 'advertisers:read',
  parameters: AdvertiserPath,
  query: z.strictObject(pageParameters),
});

const VersionsPage = z.strictObject({
  versions: about('Versions, by form and label.', z.array(FormEntry)),
  nextCursor,
});

document(listFormsRoute, () => ({
  summary: 'Every version of every collection form of an advertiser',
  answers: [{ status: 200, means: 'One page of versions', body: VersionsPage }],
  problems: ['advertiser-not-found'],
}));
