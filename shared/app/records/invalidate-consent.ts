import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { areWordsOfChange, isEndByMove } from '#shared/domain/consent/followed.ts';
import { consentNotFound, invalidRequest } from '#shared/domain/failure.ts';
import { contactIdOf, type FactId, type Instant } from '#shared/domain/ids.ts';
import type { Actor, LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Clock } from '../clock.port.ts';
import { writtenBefore } from './annul-record.ts';
import { appendToLedger, type LedgerChange } from './append-to-ledger.ts';
import { type ContactHistory, contactsOfCopies, copiesOf, readHistory } from './copies-of-record.ts';
import type { Ledger } from './ledger.port.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

export interface InvalidateConsent {
  readonly access: AdvertiserAccess;
  readonly consentId: FactId;
  /** Why the consent counts no longer, in the operator's words. */
  readonly reason: string;
  readonly actor: Actor;
}

export interface InvalidatedConsent {
  readonly consentId: FactId;
  readonly recordedAt: Instant;
}

/**
 * An operator's correction: the consent ends, also where it followed its person, and nothing else does (D3): it is no opposition. Invalidating
 * twice resolves to the first. Throws `consent-not-found`, and
 * `invalid-request` for the words by which a change of address is known.
 */
export const invalidateConsent = async (
  ports: { readonly ledger: Ledger; readonly clock: Clock },
  command: InvalidateConsent,
): Promise<InvalidatedConsent> => {
  if (areWordsOfChange(command.reason))
    throw invalidRequest([{ pointer: '/reason', detail: 'the words of a change of address: say why in your own' }]);
  return retryOnConflict(() => invalidate(ports, command));
};

const invalidate = async (
  { ledger, clock }: { readonly ledger: Ledger; readonly clock: Clock },
  { access, consentId, reason, actor }: InvalidateConsent,
): Promise<InvalidatedConsent> => {
  const here = await readHistory(ledger, access, contactIdOf(consentId));
  const isThere = here?.history.some((event) => event.type === 'consent-given' && event.id === consentId);
  if (!here || !isThere) throw consentNotFound();
  const earlier = here.history.find((event) => isEndOf(event, consentId));
  if (earlier) return { consentId, recordedAt: earlier.recordedAt };
  const at = clock.now();
  const others = await contactsOfCopies(ledger, access, here, undefined);
  const ended = [consentId, ...copiesOf(consentId, undefined, [here, ...others])];
  const endedAt = ({ contactId, seen, history }: ContactHistory): LedgerChange => ({
    contactId,
    seen,
    events: ended
      .filter((id) => contactIdOf(id) === contactId && !history.some((event) => isEndOf(event, id)))
      .map((id) => ({ type: 'consent-invalidated' as const, consentId: id, reason, actor })),
  });
  const copies = others.map(endedAt).filter(({ events }) => events.length > 0);
  const rest = await writtenBefore(copies, (some) => appendToLedger(ledger, access, some, { at }));
  await appendToLedger(ledger, access, [endedAt(here), ...rest], { at });
  return { consentId, recordedAt: at };
};

/** An operator ended the consent, and not the move by which it followed its person. */
const isEndOf = (event: LedgerEvent, consentId: FactId): boolean =>
  event.type === 'consent-invalidated' && event.consentId === consentId && !isEndByMove(event);
