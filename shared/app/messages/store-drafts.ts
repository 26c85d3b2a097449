import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { messageIdOf } from '#shared/domain/contact/fingerprint.ts';
import { Failure, idempotencyKeyReused } from '#shared/domain/failure.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import type { Messages } from './messages.port.ts';

/** A message as it will be stored. */
export type Draft = Parameters<Messages['accept']>[1][number];

/**
 * What `make` makes of one item of a batch; what concerns that item alone becomes its outcome. A store that cannot be reached
 * concerns them all, and is thrown.
 */
export const orFailure = async <Item, Made>(
  item: Item | Failure,
  make: (item: Item) => Promise<Made>,
): Promise<Made | Failure> => {
  if (item instanceof Failure) return item;
  try {
    return await make(item);
  } catch (error) {
    if (error instanceof Failure && error.code !== 'dependency-unavailable') return error;
    throw error;
  }
};

/**
 * The message that the same request stored before, whatever it would meet today; `undefined`: it stored none. Throws
 * `idempotency-key-reused`.
 */
export const storedBefore = async (
  messages: Pick<Messages, 'repeated'>,
  access: AdvertiserAccess,
  { requestId, bodySha256 }: RequestHash,
): Promise<Message | undefined> => {
  const message = await messages.repeated(access, messageIdOf(requestId), bodySha256);
  if (message === 'reused-key') throw idempotencyKeyReused();
  return message;
};

/**
 * Stores what was drafted of a batch, in one call. Resolves to the same items, at the same positions, each with whether it was
 * stored now: one whose key was used with another body has become `idempotency-key-reused`, and a failure stays the failure it is.
 */
export const storeDrafts = async <Drafted extends { readonly draft: Draft }>(
  messages: Pick<Messages, 'accept'>,
  access: AdvertiserAccess,
  items: readonly (Drafted | Failure)[],
): Promise<readonly ((Drafted & { readonly isNew: boolean }) | Failure)[]> => {
  const good = items.flatMap((each) => (each instanceof Failure ? [] : [each.draft]));
  const stored = good.length === 0 ? [] : await messages.accept(access, good);
  const outcomes = new Map(good.map((draft, index) => [draft, stored[index]]));
  return items.map((each) => {
    if (each instanceof Failure) return each;
    const outcome = outcomes.get(each.draft);
    return outcome === 'reused-key' ? idempotencyKeyReused() : { ...each, isNew: outcome === 'stored' };
  });
};
