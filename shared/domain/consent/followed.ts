import type { LedgerEvent } from '../ledger/ledger-event.ts';
import type { EndedBecause } from './consent.ts';

/** What ends a consent at the address that its person left, in the words of its event. It counts as much as before, where it followed to. */
export const FOLLOWED = 'The person is written to at another address.';

/** What ends a consent at an address that the advertiser corrected, in the words of its event: whoever agreed does not read it. */
export const CORRECTED = 'The address was wrong, and was corrected.';

/** Why a change of address ended a consent, by the words of its event; `undefined`: another end, or none. */
export const endedByChange = (event: LedgerEvent): EndedBecause | undefined => {
  if (event.type !== 'consent-invalidated') return undefined;
  if (event.reason === FOLLOWED) return 'moved';
  return event.reason === CORRECTED ? 'corrected' : undefined;
};

/** True of the end that a change of address made: no operator found anything wrong with the consent. */
export const isEndByMove = (event: LedgerEvent): boolean => endedByChange(event) !== undefined;
