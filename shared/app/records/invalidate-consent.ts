import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { consentNotFound } from '#shared/domain/failure.ts';
import { contactIdOf, type FactId, type Instant } from '#shared/domain/ids.ts';
import type { Actor, LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Clock } from '../clock.port.ts';
import { appendToLedger } from './append-to-ledger.ts';
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

type Invalidated = Extract<LedgerEvent, { type: 'consent-invalidated' }>;

/**
 * An operator's correction: the consent ends, and nothing else does (D3): it is no opposition. Invalidating twice
 * resolves to the first. Throws `consent-not-found`.
 */
export const invalidateConsent = (
  ports: { readonly ledger: Ledger; readonly clock: Clock },
  command: InvalidateConsent,
): Promise<InvalidatedConsent> => retryOnConflict(() => invalidate(ports, command));

const invalidate = async (
  { ledger, clock }: { readonly ledger: Ledger; readonly clock: Clock },
  { access, consentId, reason, actor }: InvalidateConsent,
): Promise<InvalidatedConsent> => {
  const contactId = contactIdOf(consentId);
  const seen = await ledger.readStanding(access, contactId);
  const events = seen ? await ledger.listEvents(access, contactId) : [];
  const isThere = events.some((event) => event.type === 'consent-given' && event.id === consentId);
  if (!seen || !isThere) throw consentNotFound();
  const earlier = events.find(
    (event): event is Invalidated => event.type === 'consent-invalidated' && event.consentId === consentId,
  );
  if (earlier) return { consentId, recordedAt: earlier.recordedAt };
  const at = clock.now();
  const event = { type: 'consent-invalidated' as const, consentId, reason, actor };
  await appendToLedger(ledger, access, [{ contactId, seen, events: [event] }], { at });
  return { consentId, recordedAt: at };
};
