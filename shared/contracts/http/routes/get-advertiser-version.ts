import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { document } from '../document.ts';
import { route } from '../route.ts';
import { AdvertiserPath, SettingsVersion } from '../settings/settings.ts';

/** One version of the settings of an advertiser. */
export const getAdvertiserVersionRoute = route({
  name: 'get-advertiser-version',
  method: 'GET',
  path: '/v1/advertisers/{advertiserId}/versions/{settingsVersion}',
  scope: 'advertisers:read',
  parameters: z.extend(AdvertiserPath, {
    settingsVersion: about(
      'The number of the version: 1, 2, 3. A verdict names the one it was given under.',
      z.string().check(z.regex(/^[1-9]\d{0,5}$/, 'the number of a version')),
    ),
  }),
});

document(getAdvertiserVersionRoute, () => ({
  summary: 'The settings as they were at one version, and what they could carry today',
  answers: [{ status: 200, means: 'That version', body: SettingsVersion }],
  tagged: true,
  problems: ['advertiser-not-found', 'settings-version-not-found'],
}));
