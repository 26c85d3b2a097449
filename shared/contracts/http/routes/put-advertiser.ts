import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { document } from '../document.ts';
import { route } from '../route.ts';
import { AdvertiserPath, SettingsVersion, settingsExample } from '../settings/settings.ts';

/** Stores the whole settings of an advertiser. */
export const putAdvertiserRoute = route({
  name: 'put-advertiser',
  method: 'PUT',
  path: '/v1/advertisers/{advertiserId}',
  scope: 'advertisers:write',
  conditional: true,
  parameters: AdvertiserPath,
  body: z.extend(AdvertiserSettings, {
    draft: about(
      'True: stored as a draft, whatever it lacks beyond its schema, beside the settings in force. Put it again without draft to bring it into force. Absent: false.',
      z._default(z.boolean(), false),
    ),
  }),
});

document(putAdvertiserRoute, () => ({
  summary: 'Stores the whole settings of an advertiser as a new version; If-Match is required once there are some',
  answers: [
    { status: 201, means: 'The first settings of this advertiser, or a new draft, as stored', body: SettingsVersion },
    {
      status: 200,
      means: 'The settings as stored, with their version; also where they were stored already, whatever If-Match says',
      body: SettingsVersion,
    },
  ],
  tagged: true,
  problems: [
    'advertiser-not-found',
    'precondition-required',
    'precondition-failed',
    'identity-not-bound',
    'identity-taken',
    'concurrent-change',
  ],
  request: settingsExample(),
}));
