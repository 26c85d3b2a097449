import * as z from 'zod/mini';
import { registerOppositionRoute } from '../http/routes/register-opposition.ts';
import { advertiserId, idempotencyKey, inboundType } from './inbound-event.ts';

/** Completes "put it on the bus to …". */
export const to = 'have an opposition registered that came to you, as `POST /v1/oppositions` does';

export const Detail = z.extend(registerOppositionRoute.body, { advertiserId, idempotencyKey: idempotencyKey.optional });

export const example: z.input<typeof Detail> = {
  advertiserId: 'maison-roy',
  contact: { email: 'camille.martin@example.org' },
  of: { scope: 'global' },
  via: 'phone',
  occurredAt: '2026-11-24T10:40:00+01:00',
};

export const inbound = inboundType('opposition.heard.v1', registerOppositionRoute, Detail);
