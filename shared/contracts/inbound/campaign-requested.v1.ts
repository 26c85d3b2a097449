import * as z from 'zod/mini';
import { createCampaignRoute } from '../http/routes/create-campaign.ts';
import { advertiserId, idempotencyKey, inboundType } from './inbound-event.ts';

/** Completes "put it on the bus to …". */
export const to = 'have a campaign created, as `POST /v1/campaigns` does';

export const Detail = z.extend(createCampaignRoute.body, {
  advertiserId,
  idempotencyKey: idempotencyKey.required,
});

export const example: z.input<typeof Detail> = {
  advertiserId: 'maison-roy',
  idempotencyKey: 'winter-2026',
  name: 'Vins d’hiver',
  channel: 'email',
  purpose: 'own-offers',
  template: { templateId: 'winter-mailing', version: '1' },
  audience: { segment: { channel: 'email', purpose: 'own-offers' } },
  schedule: { at: '2026-12-01T09:00', zone: 'Europe/Paris' },
  endsAt: '2026-12-03T20:00:00+01:00',
};

export const inbound = inboundType('campaign.requested.v1', createCampaignRoute, Detail);
