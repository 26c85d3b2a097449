import { atMost } from '#shared/domain/at-most.ts';
import { normaliseAddress } from '#shared/domain/contact/address.ts';
import { batchUnfinished, Failure, type FailureCode, isRetryable } from '#shared/domain/failure.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import type { Address } from '../contacts/fingerprints.port.ts';

/** Contacts that are written to at once. */
const CONTACTS_AT_ONCE = 16;
/** No item is begun with less time left than one may take, its waits for other writers included; milliseconds. */
const NEEDED_MS = 8000;

/** What is wrong with the call, and not with one of its items. */
const OF_THE_CALL: ReadonlySet<FailureCode> = new Set(['advertiser-not-found']);

/** An item of a batch, as the contact that it concerns is named in it. */
interface OfContact {
  readonly address: Address;
}

/** Items of one contact are one group; an address that is none concerns no other item. */
const contactOf = (item: OfContact | Failure, index: number): string => {
  if (item instanceof Failure) return `#${index}`;
  try {
    return `${item.address.kind}/${normaliseAddress(item.address).fingerprinted}`;
  } catch {
    return `#${index}`;
  }
};

/**
 * Takes the items of a batch: several contacts at once, the items of one contact one after the other in their order, so
 * that they never lose races against each other. Resolves to the outcome of each item, or the failure that is its own.
 * Throws what concerns the whole call, and `batch-unfinished` when an item could not be tried to the end, or was not begun
 * for want of time: each item is idempotent, so the same call again completes the batch.
 */
export const takeBatch = async <I extends OfContact, R>(
  items: readonly (I | Failure)[],
  remainingMs: () => number,
  take: (item: I, index: number) => Promise<R>,
): Promise<readonly (R | Failure)[]> => {
  const outcomes: (R | Failure)[] = [];
  const one = async (item: I | Failure, index: number): Promise<R | Failure> => {
    if (item instanceof Failure) return item;
    if (remainingMs() < NEEDED_MS) return batchUnfinished();
    return take(item, index).catch(itsOwn);
  };
  const groups = Map.groupBy(items.keys(), (index) => contactOf(items[index] ?? batchUnfinished(), index));
  await atMost(CONTACTS_AT_ONCE, [...groups.values()], async (indexes) => {
    for (const index of indexes) outcomes[index] = await one(items[index] ?? batchUnfinished(), index);
  });
  // One whose contact cannot be read stays so until a human repaired it: the others have their outcome.
  const unfinished = outcomes.find((outcome) => isRetryable(outcome) && !isUnreadable(outcome));
  if (unfinished !== undefined) throw batchUnfinished(unfinished);
  return outcomes;
};

/** The failure of one item; throws what nobody foresaw, and what concerns the call. */
const itsOwn = (error: unknown): Failure => {
  if (error instanceof Failure && !OF_THE_CALL.has(error.code)) return error;
  throw error;
};
