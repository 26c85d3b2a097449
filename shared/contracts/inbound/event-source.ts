import * as z from 'zod/mini';
import { Scope } from '#shared/domain/advertiser/api-key.ts';
import { AdvertiserId } from '../../domain/ids.ts';

/** Whom the events of one source may speak for, and what they may ask, as the deployment's configuration says. */
export const EventSource = z.strictObject({
  source: z.string().check(z.minLength(1)),
  advertisers: z.array(AdvertiserId).check(z.minLength(1)),
  scopes: z.array(Scope).check(z.minLength(1)),
});
export type EventSource = z.infer<typeof EventSource>;

/** The variable EVENT_SOURCES: JSON. */
export const EventSources = z.array(EventSource);
