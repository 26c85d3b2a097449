import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { FactId, Instant } from '#shared/domain/ids.ts';
import { AnyInstant } from '../any-instant.ts';
import { document } from '../document.ts';
import { AdvertiserQuery, ConsentPath } from '../parameters.ts';
import { recorded } from '../recorded.ts';
import { route } from '../route.ts';

/** Records that the person withdrew a consent; the consent names the act, so a repeated call is the same withdrawal. */
export const withdrawConsentRoute = route({
  name: 'withdraw-consent',
  method: 'POST',
  path: '/v1/consents/{consentId}/withdrawal',
  scope: 'consents:write',
  parameters: ConsentPath,
  query: AdvertiserQuery,
  body: z.strictObject({
    occurredAt: about('When the person withdrew it. Absent: when this call is recorded.', z.optional(AnyInstant)),
  }),
});

document(withdrawConsentRoute, () => ({
  summary: 'Records that the person withdrew a consent; it also opposes in its scope',
  answers: [
    {
      status: 200,
      means: 'Withdrawn, and opposed in its scope',
      body: z.strictObject({
        id: about('The id of the withdrawal, and of the opposition that it is.', FactId),
        consentId: about('The consent that was withdrawn.', FactId),
        occurredAt: about('When the person withdrew it, in UTC.', Instant),
        recordedAt: recorded.recordedAt,
      }),
    },
  ],
  problems: ['advertiser-not-found', 'consent-not-found', 'concurrent-change'],
  request: { occurredAt: '2026-11-24T10:30:00+01:00' },
}));
