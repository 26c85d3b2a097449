import type * as z from 'zod/mini';
import type { EventSource } from '#shared/contracts/inbound/event-source.ts';
import type { InboundEvent, InboundType } from '#shared/contracts/inbound/inbound-event.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { RequestHash } from '../../app/records/ledger.port.ts';
import { Failure, invalidRequest } from '../../domain/failure.ts';
import type { AdvertiserId } from '../../domain/ids.ts';
import type { TakenEvent } from '../../domain/taken-event.ts';
import { refuseTooDeep } from '../body.ts';
import { advertiserAsked, enter, requireScope } from '../caller.ts';
import { idempotencyKeyOf, requestHasher } from '../idempotency.ts';
import { parseOrRefuse, under } from '../validate.ts';

/** What the detail of every event that applications put on the bus may say beside what it asks. */
interface OfEvent {
  readonly advertiserId?: AdvertiserId | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** One admitted, parsed event. */
export interface EventCall<D> {
  readonly detail: Omit<D, 'idempotencyKey'>;
  /** The source, as the deployment admits it. */
  readonly source: EventSource;
  readonly access: AdvertiserAccess;
  /** The hash of the request that a call of the route would have with this body. */
  readonly requestHashFor: (body: unknown) => RequestHash;
}

/** A type of event, and what does it: resolves to the id of what is stored, and what is to be said of it. */
export interface Inbound<E> {
  readonly inbound: InboundType;
  readonly take: (env: E, event: InboundEvent, source: EventSource) => Promise<TakenEvent>;
}

const within = async <T>(pointer: string, run: () => T | Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    throw error instanceof Failure ? under(pointer, error) : error;
  }
};

const withoutKey = (detail: unknown): unknown => {
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return detail;
  const { idempotencyKey: _key, ...body } = detail as Readonly<Record<string, unknown>>;
  return body;
};

const callOf = <S extends z.ZodMiniType<OfEvent>>(
  { operation, idempotency, detail: schema }: InboundType<S>,
  { detail: given }: InboundEvent,
  source: EventSource,
): EventCall<z.output<S>> => {
  refuseTooDeep(given);
  const { idempotencyKey, ...detail } = parseOrRefuse(schema, given);
  const access = enter(source, advertiserAsked(source, detail.advertiserId, 'body'));
  const key = idempotencyKeyOf(idempotencyKey, idempotency, sha256OfJson(withoutKey(given)));
  const hashOf = requestHasher(operation, key);
  return { detail, source, access, requestHashFor: (body) => hashOf(access.advertiserId, body) };
};

/** Joins a type of event with its use case; `run` resolves to the id of what is stored, and what is to be said of it. Pointers of failures lead into `detail`. */
export const takes =
  <E>() =>
  <S extends z.ZodMiniType<OfEvent>>(
    inbound: InboundType<S>,
    run: (env: E, call: EventCall<z.output<S>>, given: unknown) => Promise<Omit<TakenEvent, 'advertiserId'>>,
  ): Inbound<E> => ({
    inbound,
    take: (env, event, source) =>
      within('/detail', async () => {
        const call = callOf(inbound, event, source);
        const done = await run(env, call, withoutKey(event.detail));
        return { advertiserId: call.access.advertiserId, ...done };
      }),
  });

/**
 * Takes an event for whom its source may speak, and in nobody else's name, whatever the event says. Throws `unauthenticated`
 * for a source that the deployment does not admit, before anything else of the event is looked at; `insufficient-scope` and
 * `advertiser-not-found` as for an API key.
 */
export const takeEvent = async <E>(
  known: readonly Inbound<E>[],
  { env, sources }: { readonly env: E; readonly sources: readonly EventSource[] },
  event: InboundEvent,
): Promise<TakenEvent> => {
  const source = sources.find((each) => each.source === event.source);
  if (source === undefined) throw new Failure('unauthenticated', 'The deployment does not admit this source.');
  const found = known.find(({ inbound }) => inbound.type === event['detail-type']);
  if (found === undefined) throw invalidRequest([{ pointer: '/detail-type', detail: 'not accepted here' }]);
  requireScope(source, found.inbound.scope);
  return found.take(env, event, source);
};
