import * as z from 'zod/mini';
import { document } from '../document.ts';
import { route } from '../route.ts';
import { PutIdentitiesAnswer, WantedIdentities } from '../settings/identities.ts';
import { AdvertiserPath } from '../settings/settings.ts';

/** Binds identities to an advertiser, and releases those that it may use no longer. */
export const putIdentitiesRoute = route({
  name: 'put-identities',
  method: 'PUT',
  path: '/v1/advertisers/{advertiserId}/identities',
  scope: 'identities:write',
  conditional: true,
  parameters: AdvertiserPath,
  body: z.strictObject({ identities: WantedIdentities }),
});

document(putIdentitiesRoute, () => ({
  summary: 'Says as whom an advertiser may write, for operators; what is released leaves its settings at once',
  answers: [{ status: 200, means: 'All that is bound now', body: PutIdentitiesAnswer }],
  tagged: true,
  problems: [
    'advertiser-not-found',
    'identity-taken',
    'precondition-required',
    'precondition-failed',
    'concurrent-change',
  ],
  request: {
    identities: [
      { kind: 'siren', value: '732829320', evidence: 'Extrait Kbis du 2 novembre 2026' },
      { kind: 'name', value: 'Maison Neuve' },
      { kind: 'email-domain', value: 'maison-neuve.example' },
      { kind: 'sms-sender', value: 'NEUVE' },
      { kind: 'reply-code', value: '36111' },
    ],
  },
}));
