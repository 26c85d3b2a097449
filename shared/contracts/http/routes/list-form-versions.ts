import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { document } from '../document.ts';
import { nextCursor, pageParameters } from '../page.ts';
import { route } from '../route.ts';
import { FormEntry, FormPath } from '../settings/form-version.ts';

/** The versions of one form. */
export const listFormVersionsRoute = route({
  name: 'list-form-versions',
  method: 'GET',
  path: '/v1/advertisers/{advertiserId}/forms/{formId}/versions',
  scope: 'advertisers:read',
  parameters: FormPath,
  query: z.strictObject(pageParameters),
});

const VersionsPage = z.strictObject({
  versions: about('Versions, by label. Empty: no version of this form is stored.', z.array(FormEntry)),
  nextCursor,
});

document(listFormVersionsRoute, () => ({
  summary: 'Every version of one collection form',
  answers: [{ status: 200, means: 'One page of versions', body: VersionsPage }],
  problems: ['advertiser-not-found'],
}));
