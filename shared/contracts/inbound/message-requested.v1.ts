import * as z from 'zod/mini';
import { acceptMessagesRoute } from '../http/routes/accept-messages.ts';
import { advertiserId, idempotencyKey, inboundType } from './inbound-event.ts';

/** Completes "put it on the bus to …". */
export const to = 'ask for one message, as an item of `POST /v1/messages`';

export const Detail = z.extend(acceptMessagesRoute.item, {
  advertiserId,
  idempotencyKey: idempotencyKey.required,
});

export const example: z.input<typeof Detail> = {
  advertiserId: 'maison-roy',
  idempotencyKey: 'order-1042-thanks',
  contact: { email: 'camille.martin@example.org' },
  channel: 'email',
  offerCategory: 'wine',
  content: { email: { subject: 'Nos vins d’hiver', html: '<p>Bonjour {{prenom}}</p>', text: 'Bonjour {{prenom}}' } },
  mergeValues: { prenom: 'Camille' },
};

export const inbound = inboundType('message.requested.v1', acceptMessagesRoute, Detail);
