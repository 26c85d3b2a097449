import * as z from 'zod/mini';
import type { Scope } from '#shared/domain/advertiser/api-key.ts';
import { about } from '../../domain/about.ts';
import { AdvertiserId } from '../../domain/ids.ts';
import type { Route } from '../http/route.ts';

/**
 * An event as EventBridge puts it on our queue, as far as it is read; the rest is let pass. `source` is what the bus let its
 * sender say, `id` is EventBridge's own, and nothing but `detail` is of the sender's choice without a check.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 */
export const InboundEvent = z.object({
  id: z.string().check(z.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)),
  source: z.string(),
  'detail-type': z.string(),
  detail: z.unknown(),
});
export type InboundEvent = z.infer<typeof InboundEvent>;

const KEY = z.string().check(z.regex(/^[\x21-\x7e]{1,200}$/, '1 to 200 visible ASCII characters, without spaces'));

/** For whom a detail speaks: its source says whether it may. */
export const advertiserId = about(
  'The advertiser that the event speaks for, one of those of its source. May be left out where its source has one alone.',
  z.optional(AdvertiserId),
);

/** The key of a detail, as the header `Idempotency-Key` is the key of a request. */
export const idempotencyKey = {
  required: about(
    'Yours, the same each time that you put this on the bus again, 1 to 200 visible ASCII characters: what has a key that was taken is done once. It is one with the header Idempotency-Key of the route.',
    KEY,
  ),
  optional: about(
    'Yours, the same each time that you put this on the bus again, 1 to 200 visible ASCII characters. Absent: the same detail is registered once.',
    z.optional(KEY),
  ),
};

/** One type of event that applications put on the bus: it does what a route does, with the same right and the same schema. */
export interface InboundType<S extends z.ZodMiniType = z.ZodMiniType> {
  /** `opposition.heard.v1`: the `detail-type`. */
  readonly type: string;
  /** Names the operation: the same key on the route and on the bus is the same act. */
  readonly operation: string;
  readonly scope: Scope;
  readonly idempotency: 'required' | 'or-body';
  readonly detail: S;
}

/** A type of event that does what this route does. */
export const inboundType = <S extends z.ZodMiniType>(
  type: string,
  { name, scope, idempotency }: Route & { readonly scope: Scope; readonly idempotency: 'required' | 'or-body' },
  detail: S,
): InboundType<S> => ({ type, operation: name, scope, idempotency, detail });
