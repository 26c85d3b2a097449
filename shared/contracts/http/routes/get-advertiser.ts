import { document } from '../document.ts';
import { route } from '../route.ts';
import { AdvertiserPath, SettingsVersion } from '../settings/settings.ts';

/** The settings of an advertiser that are in force. */
export const getAdvertiserRoute = route({
  name: 'get-advertiser',
  method: 'GET',
  path: '/v1/advertisers/{advertiserId}',
  scope: 'advertisers:read',
  parameters: AdvertiserPath,
});

document(getAdvertiserRoute, () => ({
  summary: 'The settings in force, since when, and what they can carry; ETag names their version',
  answers: [{ status: 200, means: 'The settings in force', body: SettingsVersion }],
  tagged: true,
  problems: ['advertiser-not-found'],
}));
