import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { document } from '../document.ts';
import { route } from '../route.ts';
import { mergePatchOf } from '../settings/merge-patch.ts';
import { AdvertiserPath, SettingsVersion } from '../settings/settings.ts';

/** Changes what is named of the settings of an advertiser. */
export const patchAdvertiserRoute = route({
  name: 'patch-advertiser',
  method: 'PATCH',
  path: '/v1/advertisers/{advertiserId}',
  scope: 'advertisers:write',
  conditional: true,
  parameters: AdvertiserPath,
  body: mergePatchOf(AdvertiserSettings),
});

/** What the patched settings must be. */
export const PatchedSettings = AdvertiserSettings;

document(patchAdvertiserRoute, () => ({
  summary: 'Changes what is named of the settings and leaves the rest: a JSON merge patch (RFC 7396)',
  answers: [{ status: 200, means: 'The settings as stored, with their version', body: SettingsVersion }],
  tagged: true,
  problems: [
    'advertiser-not-found',
    'precondition-failed',
    'identity-not-bound',
    'identity-taken',
    'concurrent-change',
  ],
  request: { dailyCeiling: 2, contact: { phone: '+33 3 26 00 00 00' }, postalAddress: null },
}));
