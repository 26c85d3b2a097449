import { document } from '../document.ts';
import { route } from '../route.ts';
import { IdentitiesAnswer } from '../settings/identities.ts';
import { AdvertiserPath } from '../settings/settings.ts';

/** As whom an advertiser may write. */
export const getIdentitiesRoute = route({
  name: 'get-identities',
  method: 'GET',
  path: '/v1/advertisers/{advertiserId}/identities',
  scope: 'advertisers:read',
  parameters: AdvertiserPath,
});

document(getIdentitiesRoute, () => ({
  summary: 'As whom an advertiser may write, since when, and what shows it',
  answers: [{ status: 200, means: 'All that is bound to the advertiser', body: IdentitiesAnswer }],
  tagged: true,
  problems: ['advertiser-not-found'],
}));
