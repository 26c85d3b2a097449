import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { Failure } from '#shared/domain/failure.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { addressOf, type ContactAddress, factsOf } from './contact-address.ts';
import type { RouteAnswer } from './document.ts';
import { Problem } from './problem.ts';

/** The items of a batch as they are read first: each is parsed by itself, so that a bad one does not lose the others. */
export const Items = z.array(z.unknown()).check(z.minLength(1), z.maxLength(100));

/** A batch of messages. */
export const Batch = z.strictObject({
  advertiserId: about(
    'The advertiser on whose behalf the messages are sent. May be left out by a key that is bound to one advertiser.',
    z.optional(AdvertiserId),
  ),
  messages: about('The messages, 1 to 100; each is answered at the same position.', Items),
});

/** What one item of a batch answers that was not taken. */
export const ItemProblem = z.strictObject({ error: about('Why this item was not taken, and what to do.', Problem) });

/**
 * The answers of a batch: `all` when every item was taken, 207 when some were, each with one outcome an item. When none
 * was, it is a problem (`refused` of the document), with the same list.
 */
export const batchAnswers = (
  all: { readonly status: 200 | 201 | 202; readonly means: string },
  body: z.ZodMiniType,
): readonly RouteAnswer[] => [
  { ...all, body },
  { status: 207, means: 'Some items were taken; each other one says its problem', body },
];

/** The items of a batch of facts, each with its address; what could not be read stays the failure it is. */
export const addressed = <T extends { readonly contact: ContactAddress }>(parsed: readonly (T | Failure)[]) =>
  parsed.map((item) => (item instanceof Failure ? item : { address: addressOf(item.contact), facts: factsOf(item) }));
