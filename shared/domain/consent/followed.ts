import type { LedgerEvent } from '../ledger/ledger-event.ts';

/** What ends a consent at the address that its person left, in the words of its event. It counts as much as before, where it followed to. */
export const FOLLOWED = 'The person is written to at another address.';

/** True of the end that a change of address made: no operator found anything wrong with the consent. */
export const isEndByMove = (event: LedgerEvent): boolean =>
  event.type === 'consent-invalidated' && event.reason === FOLLOWED;
