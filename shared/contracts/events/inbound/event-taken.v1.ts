import * as z from 'zod/mini';
import { about } from '../../../domain/about.ts';
import { CampaignId } from '../../../domain/campaign/campaign.ts';
import { CAMPAIGN_TIMES, firstRun, runEndsBy } from '../../../domain/campaign/times/campaign-times.ts';
import { AdvertiserId, FactId, Instant, MessageId } from '../../../domain/ids.ts';
import { announced } from '../event.ts';

/** Completes "is published when …". */
export const when = 'an event that an application put on the bus was done: what it asks is stored';

export const Detail = z.strictObject({
  eventId: about('The id that EventBridge gave the event, as PutEvents answered it.', z.string()),
  type: about('The type of the event.', z.string()),
  advertiserId: about('The advertiser that it speaks for.', AdvertiserId),
  id: about(
    'The id of the message, the campaign, the consent or the opposition that is stored.',
    z.union([MessageId, CampaignId, FactId]),
  ),
  campaign: about(
    'Of a campaign alone: what the answer to its creation says of its times. Absent: it is another event.',
    z.optional(z.strictObject({ firstRun, runEndsBy, ...CAMPAIGN_TIMES })),
  ),
  takenAt: about('When it was done, in UTC; of an event that comes again, the last time.', Instant),
});
type Detail = z.infer<typeof Detail>;

export const example: z.input<typeof Detail> = {
  eventId: '6f87d8e2-4c0b-4d38-9c15-0c2b7a1f4e55',
  type: 'message.requested.v1',
  advertiserId: 'maison-roy',
  id: 'msg_a1B2c3D4e5F6g7H8i9J0kL',
  takenAt: '2026-11-24T10:00:01.000Z',
};

export const event = announced<Detail>('event.taken.v1');
