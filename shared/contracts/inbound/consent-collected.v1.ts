import * as z from 'zod/mini';
import { AskedConsent, recordConsentRoute, withChannels } from '../http/routes/record-consent.ts';
import { advertiserId, idempotencyKey, inboundType } from './inbound-event.ts';

/** Completes "put it on the bus to …". */
export const to = 'have a consent recorded with its evidence, as `POST /v1/consents` does';

export const Detail = withChannels(z.extend(AskedConsent, { advertiserId, idempotencyKey: idempotencyKey.required }));

export const example: z.input<typeof Detail> = {
  advertiserId: 'maison-roy',
  idempotencyKey: 'signup-58311',
  contact: { email: 'camille.martin@example.org' },
  channels: ['email'],
  form: { formId: 'newsletter', version: '3' },
  givenAt: '2026-11-20T18:30:00+01:00',
  proof: { sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', mediaType: 'application/json' },
};

export const inbound = inboundType('consent.collected.v1', recordConsentRoute, Detail);
