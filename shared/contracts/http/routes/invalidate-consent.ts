import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { FactId } from '#shared/domain/ids.ts';
import { prose } from '#shared/domain/text/text.ts';
import { document } from '../document.ts';
import { AdvertiserQuery, ConsentPath } from '../parameters.ts';
import { recorded } from '../recorded.ts';
import { route } from '../route.ts';

/** Ends a consent by an operator's correction; the consent names the act, so a repeated call is the same one. */
export const invalidateConsentRoute = route({
  name: 'invalidate-consent',
  method: 'POST',
  path: '/v1/consents/{consentId}/invalidation',
  scope: 'consents:write',
  parameters: ConsentPath,
  query: AdvertiserQuery,
  body: z.strictObject({
    reason: about(
      'Why the consent no longer counts, in your own words, 1 to 500 characters. Name no person.',
      prose(500),
    ),
  }),
});

document(invalidateConsentRoute, () => ({
  summary: 'Ends a consent by an operator’s correction; it opposes nothing',
  answers: [
    {
      status: 200,
      means: 'Ended, and nothing else',
      body: z.strictObject({
        consentId: about('The consent that was ended.', FactId),
        recordedAt: recorded.recordedAt,
      }),
    },
  ],
  problems: ['advertiser-not-found', 'consent-not-found', 'concurrent-change'],
  request: { reason: 'La case avait été cochée par le conseiller, et non par le client.' },
}));
