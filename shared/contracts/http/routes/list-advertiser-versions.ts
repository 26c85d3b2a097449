import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { document } from '../document.ts';
import { nextCursor, pageParameters } from '../page.ts';
import { route } from '../route.ts';
import { AdvertiserPath, SettingsEntry } from '../settings/settings.ts';

/** The versions of the settings of an advertiser. */
export const listAdvertiserVersionsRoute = route({
  name: 'list-advertiser-versions',
  method: 'GET',
  path: '/v1/advertisers/{advertiserId}/versions',
  scope: 'advertisers:read',
  parameters: AdvertiserPath,
  query: z.strictObject(pageParameters),
});

const VersionsPage = z.strictObject({
  versions: about('Versions, the newest first.', z.array(SettingsEntry)),
  nextCursor,
});

document(listAdvertiserVersionsRoute, () => ({
  summary: 'Every version of the settings, which is in force, and since when each was',
  answers: [{ status: 200, means: 'One page of versions, the newest first', body: VersionsPage }],
  problems: ['advertiser-not-found'],
}));
