import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { consentNotFound } from '#shared/domain/failure.ts';
import { contactIdOf, type FactId, type Instant } from '#shared/domain/ids.ts';
import type { Actor, LedgerEvent, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Clock } from '../clock.port.ts';
import { refuseFuture } from '../contacts/contact-of.ts';
import { oppositionEvent } from '../oppositions/person-oppositions.ts';
import { notRegistered } from '../oppositions/register-opposition.ts';
import type { Pause } from '../pause.port.ts';
import { appendToLedger } from './append-to-ledger.ts';
import type { Ledger } from './ledger.port.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

export interface WithdrawConsent {
  readonly access: AdvertiserAccess;
  readonly consentId: FactId;
  readonly occurredAt?: Instant | undefined;
  readonly actor: Actor;
}

export interface WithdrawnConsent {
  /** The opposition that the withdrawal is (D3). */
  readonly id: FactId;
  readonly consentId: FactId;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

type Given = Extract<LedgerEvent, { type: 'consent-given' }>;
type Withdrawn = Extract<LedgerEvent, { type: 'consent-withdrawn' }>;

/**
 * Records that the person withdrew a consent: it ends, and they oppose in its channels and purpose (D3). Withdrawing
 * twice resolves to the first withdrawal, unless that one was annulled (D4). Throws `consent-not-found`, and
 * `dependency-unavailable` when others went on writing: like every opposition, it is tried again here.
 */
export const withdrawConsent = async (
  ports: { readonly ledger: Ledger; readonly clock: Clock; readonly pause: Pause },
  command: WithdrawConsent,
): Promise<WithdrawnConsent> => {
  refuseFuture(ports.clock.now(), { '/occurredAt': command.occurredAt });
  const patience = { pause: ports.pause, seed: `withdrawal/${command.consentId}` };
  return retryOnConflict(() => withdraw(ports, command), patience).catch(notRegistered);
};

const withdraw = async (
  { ledger, clock }: { readonly ledger: Ledger; readonly clock: Clock },
  { access, consentId, occurredAt, actor }: WithdrawConsent,
): Promise<WithdrawnConsent> => {
  const contactId = contactIdOf(consentId);
  const seen = await ledger.readStanding(access, contactId);
  const events = seen ? await ledger.listEvents(access, contactId) : [];
  const given = events.find((event): event is Given => event.type === 'consent-given' && event.id === consentId);
  if (!seen || !given) throw consentNotFound();
  const earlier = events.findLast(
    (event): event is Withdrawn => event.type === 'consent-withdrawn' && event.consentId === consentId,
  );
  const annulment = events.find((event) => event.type === 'record-annulled' && event.recordId === earlier?.id);
  if (earlier && !annulment) return pick(earlier);
  const at = clock.now();
  const withdrawal = {
    type: 'consent-withdrawn' as const,
    consentId,
    id: factIdOf(contactId, actName(consentId, annulment)),
    occurredAt: occurredAt ?? at,
    actor,
  };
  await appendToLedger(
    ledger,
    access,
    [{ contactId, seen, events: [withdrawal, ...opposing(seen, given, withdrawal)] }],
    { at },
  );
  return pick({ ...withdrawal, recordedAt: at });
};

/** A withdrawal after one that was annulled is another act: under the same name it would be left out with it (P2). */
const actName = (consentId: FactId, annulment: LedgerEvent | undefined): string =>
  annulment === undefined ? `withdrawal/${consentId}` : `withdrawal/${consentId}/${annulment.seq}`;

/** A consent that a newer one replaced is gone from the standing, and what its holder says now still counts. */
const opposing = (
  seen: Standing,
  { consent }: Given,
  withdrawal: Pick<Withdrawn, 'id' | 'consentId' | 'occurredAt' | 'actor'>,
): readonly NewLedgerEvent[] => {
  if (seen.consents.some(({ id }) => id === withdrawal.consentId)) return [];
  const { id, occurredAt, actor } = withdrawal;
  const of = { scope: 'purpose' as const, channels: consent.channels, purpose: consent.purpose };
  return [oppositionEvent({ id, of, via: 'withdrawal', occurredAt, actor })];
};

const pick = ({ id, consentId, occurredAt, recordedAt }: Omit<Withdrawn, 'v' | 'seq' | 'type' | 'actor'>) => ({
  id,
  consentId,
  occurredAt,
  recordedAt,
});
