import * as z from 'zod/mini';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { item } from '../item-of.ts';

/** How far today's round through the provider's lists is: one item. */
export const RoundItem = z.strictObject({
  ...item('round'),
  day: z.string(),
  done: z.optional(AdvertiserId),
  from: z.optional(z.string()),
  hasFailed: z.optional(z.literal(true)),
  isWhole: z.boolean(),
});
