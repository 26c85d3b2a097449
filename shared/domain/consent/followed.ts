import type { LedgerEvent } from '../ledger/ledger-event.ts';
import { sealed } from '../ledger/seal.ts';
import type { Consent, EndedBecause } from './consent.ts';

/** What ends a consent at the address that its person left, in the words of its event. It counts as much as before, where it followed to. */
export const FOLLOWED = 'The person is written to at another address.';

/** What ends a consent at an address that the advertiser corrected, in the words of its event: whoever agreed does not read it. */
export const CORRECTED = 'The address was wrong, and was corrected.';

/** The words by which a change of address is known: nobody else may end a consent with them. */
export const areWordsOfChange = (reason: string): boolean => [FOLLOWED, CORRECTED].includes(reason.trim());

/** Why a change of address ended a consent, by the words of its event; `undefined`: another end, or none. */
const endedByChange = (event: LedgerEvent): EndedBecause | undefined => {
  if (event.type !== 'consent-invalidated') return undefined;
  if (event.reason === FOLLOWED) return 'moved';
  return event.reason === CORRECTED ? 'corrected' : undefined;
};

/** True of the end that a change of address made: no operator found anything wrong with the consent. */
export const isEndByMove = (event: LedgerEvent): boolean => endedByChange(event) !== undefined;

/** What an operator found to be none never counted; it stays on record as such, also where it was given again since. */
export const invalidated = (
  {
    consents,
    givenBefore,
  }: { readonly consents: readonly Consent[]; readonly givenBefore?: readonly Consent[] | undefined },
  event: Extract<LedgerEvent, { type: 'consent-invalidated' }>,
): { consents: Consent[]; givenBefore?: Consent[] } => {
  const { consentId, recordedAt: endedAt } = event;
  const endedBecause = endedByChange(event);
  const ended = (each: Consent): Consent => {
    if (each.id !== consentId) return each;
    const { endedBecause: _before, ...consent } = each;
    return sealed({ ...consent, state: 'invalidated' as const, endedAt, ...(endedBecause && { endedBecause }) });
  };
  return { consents: consents.map(ended), ...(givenBefore && { givenBefore: givenBefore.map(ended) }) };
};
