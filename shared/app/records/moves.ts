import { ContactId } from '#shared/domain/ids.ts';
import type { GlimpsedEvent } from './ledger.port.ts';

/** The contacts of the addresses that a person took after this one, as its events say it; `undefined`: none was. */
export const movesIn = (events: readonly GlimpsedEvent[], contactId: ContactId): ContactId[] | undefined => {
  const moves = events.flatMap(({ type, from, to }) =>
    type === 'address-changed' && from === contactId && to !== undefined ? [to] : [],
  );
  return moves.length === 0 ? undefined : moves;
};

/** As much of an event as says where the person was written to before. */
type OfMove = Pick<GlimpsedEvent, 'type' | 'to' | 'formerly'> & { readonly from?: ContactId | string | undefined };

/** The contacts of the addresses that this one followed at once, as its events say it: those of before an erasure included. */
export const formersIn = (events: readonly OfMove[], contactId: ContactId): readonly ContactId[] => {
  const found = events.flatMap(({ type, from, to, formerly = [] }) => {
    const former = type === 'address-changed' && to === contactId ? ContactId.safeParse(from).data : undefined;
    return former === undefined ? formerly : [former];
  });
  return [...new Set(found)].filter((each) => each !== contactId);
};

/** The person that a contact was last linked to, as its events say it; `undefined`: to none, or to none any more. */
export const personIn = (events: readonly Pick<GlimpsedEvent, 'type' | 'person'>[]): string | undefined =>
  events.findLast(({ type }) => type === 'person-linked' || type === 'person-unlinked')?.person;

/** Addresses that one contact followed, at most. */
const MOST_FORMERS = 100;

/**
 * The contacts of all addresses that a person had before this one, nearest first: each names those that it followed at once.
 *
 * @param eventsOf the events of a contact, this one first
 */
export const allFormersOf = async (
  contactId: ContactId,
  eventsOf: (contactId: ContactId) => Promise<readonly OfMove[]>,
): Promise<readonly ContactId[]> => {
  const formers = new Set([contactId]);
  for (const each of formers) {
    if (formers.size > MOST_FORMERS) break;
    for (const former of formersIn(await eventsOf(each), each)) formers.add(former);
  }
  return [...formers].slice(1);
};
