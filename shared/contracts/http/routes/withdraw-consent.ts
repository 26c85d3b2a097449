import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { FactId, Instant } from '#shared/domain/ids.ts';
import { AnyInstant } from '../any-instant.ts';
import { document } from '../document.ts';
import { EXAMPLE_CONTACT_ID, EXAMPLE_FACT_ID } from '../examples.ts';
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
  request: { occurredAt: '2026-11-24T12:00:00+01:00' },
  answer: {
    id: `${EXAMPLE_CONTACT_ID}.cmV0cmFpdDAwMDAx`,
    consentId: EXAMPLE_FACT_ID,
    occurredAt: '2026-11-24T11:00:00.000Z',
    recordedAt: '2026-11-24T11:05:12.310Z',
  },
}));
