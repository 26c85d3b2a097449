import type { ContactId } from '#shared/domain/ids.ts';
import type { GlimpsedEvent } from './ledger.port.ts';

/** The contacts of the addresses that a person took after this one, as its events say it; `undefined`: none was. */
export const movesIn = (events: readonly GlimpsedEvent[], contactId: ContactId): ContactId[] | undefined => {
  const moves = events.flatMap(({ type, from, to }) =>
    type === 'address-changed' && from === contactId && to !== undefined ? [to] : [],
  );
  return moves.length === 0 ? undefined : moves;
};
