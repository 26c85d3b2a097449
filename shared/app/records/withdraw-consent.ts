import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { consentNotFound } from '#shared/domain/failure.ts';
import { contactIdOf, type FactId, type Instant } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Actor, LedgerEvent, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { type ActOfOpposition, opposedByWithdrawalOf } from '#shared/domain/ledger/opposition-of.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { isUnreadable, storedUnreadable } from '#shared/domain/unreadable.ts';
import type { Clock } from '../clock.port.ts';
import { refuseFuture } from '../contacts/contact-of.ts';
import { isSameAct, oppositionEvent, spread } from '../oppositions/person-oppositions.ts';
import { notRegistered, registerOpposition } from '../oppositions/register-opposition.ts';
import type { Pause } from '../pause.port.ts';
import { appendToLedger, type LedgerChange } from './append-to-ledger.ts';
import { copiesAmong } from './copies-of-record.ts';
import type { Ledger } from './ledger.port.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

interface Ports {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly pause: Pause;
}

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
 * Records that the person withdrew a consent: it ends, and they oppose in its channels and purpose (D3), at
 * every address of theirs (D1). Withdrawing twice resolves to the first withdrawal, unless that one was annulled (D4). Throws `consent-not-found`, and
 * `dependency-unavailable` when others went on writing: like every opposition, it is tried again here.
 */
export const withdrawConsent = async (ports: Ports, command: WithdrawConsent): Promise<WithdrawnConsent> => {
  refuseFuture(ports.clock.now(), { '/occurredAt': command.occurredAt });
  const patience = { pause: ports.pause, seed: `withdrawal/${command.consentId}` };
  try {
    return await retryOnConflict(() => withdraw(ports, command), patience);
  } catch (error) {
    return isUnreadable(error) ? opposeOnly(ports, command) : notRegistered(error);
  }
};

/**
 * What is stored of the contact cannot be read, or the consent is of before the use of its contact ended: the opposition that a
 * withdrawal is gets in all the same, in the scope of the consent where that much can be read, and of everything where it cannot.
 */
const opposeOnly = async (
  ports: Ports,
  { access, consentId, occurredAt, actor }: WithdrawConsent,
): Promise<WithdrawnConsent> => {
  const contactId = contactIdOf(consentId);
  const events = await ports.ledger.glimpse.events(access, contactId);
  const given = events.find(({ id, type }) => id === consentId && type !== 'record-annulled');
  if (given === undefined && events.every(({ id, type }) => id !== undefined || type !== undefined))
    throw consentNotFound();
  const act = actName(consentId, undefined);
  const { id, recordedAt } = await registerOpposition(ports, {
    access,
    contactId,
    addressKind: KIND_NOT_KNOWN,
    of: given?.consent === undefined ? { scope: 'global' } : { scope: 'purpose', ...given.consent },
    via: 'withdrawal',
    occurredAt,
    requestId: act,
    bodySha256: sha256Of(act),
    actor,
  });
  return { id, consentId, occurredAt: occurredAt ?? recordedAt, recordedAt };
};

const withdraw = async (
  { ledger, clock }: Ports,
  { access, consentId, occurredAt, actor }: WithdrawConsent,
): Promise<WithdrawnConsent> => {
  const contactId = contactIdOf(consentId);
  const seen = await ledger.readStanding(access, contactId);
  // Expired, or lost: the ledger may still have the consent, and its end is an opposition all the same.
  if (!seen) throw storedUnreadable();
  const events = await ledger.listEvents(access, contactId);
  const given = events.find((event): event is Given => event.type === 'consent-given' && event.id === consentId);
  const firstId = factIdOf(contactId, actName(consentId, undefined));
  // Its event may lie in the archive; the opposition that it is does not.
  const left = given ? undefined : seen.oppositions.find(({ id }) => id === firstId);
  if (left) return pick({ ...left, consentId });
  if (!given) throw isOther(events, consentId) ? consentNotFound() : storedUnreadable();
  const earlier = events.findLast(
    (event): event is Withdrawn => event.type === 'consent-withdrawn' && event.consentId === consentId,
  );
  const annulment = events.find((event) => event.type === 'record-annulled' && event.recordId === earlier?.id);
  const at = clock.now();
  if (earlier && !annulment) {
    await spreadMissing(ledger, access, seen, { ...opposing(given, earlier), consentId }, at);
    return pick(earlier);
  }
  const withdrawal = {
    type: 'consent-withdrawn' as const,
    consentId,
    id: factIdOf(contactId, actName(consentId, annulment)),
    occurredAt: occurredAt ?? at,
    actor,
  };
  const act = opposing(given, withdrawal);
  const { others, person } = await spread(ledger, access, seen, act, at);
  // A consent that a newer one replaced is gone from the standing, and what its holder says now still counts.
  const isKnown = seen.consents.some(({ id }) => id === consentId);
  const own = { contactId, seen, events: isKnown ? [withdrawal] : [withdrawal, act] };
  await appendToLedger(ledger, access, [own, ...withdrawnAlso(consentId, others)], { at, person });
  return pick({ ...withdrawal, recordedAt: at });
};

/** Writes a withdrawal that is sent again where it did not come, as one of before it went to every address of the person. */
const spreadMissing = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  seen: Standing,
  act: ReturnType<typeof opposing> & Pick<Withdrawn, 'consentId'>,
  at: Instant,
): Promise<void> => {
  const { others, person } = await spread(ledger, access, seen, act, at);
  const hasIt = ({ oppositions }: { readonly oppositions: readonly ActOfOpposition[] }) =>
    oppositions.some((own) => isSameAct(own, act));
  const missing = others.filter((each) => !hasIt(each.seen));
  const isOfPerson = [person, ...(person?.alike ?? [])].every((each) => each === undefined || hasIt(each.before));
  if (missing.length > 0 || !isOfPerson)
    await appendToLedger(ledger, access, withdrawnAlso(act.consentId, missing), { at, person });
};

/** True of the id of what is no consent; one of none of these may be of a consent of before the contact ended, which the archive has. */
const isOther = (events: readonly LedgerEvent[], id: FactId): boolean =>
  events.some((event) => 'id' in event && event.id === id);

/** A withdrawal after one that was annulled is another act: under the same name it would be left out with it (P2). */
const actName = (consentId: FactId, annulment: LedgerEvent | undefined): string =>
  annulment === undefined ? `withdrawal/${consentId}` : `withdrawal/${consentId}/${annulment.seq}`;

/** The opposition that a withdrawal is: of the person, since nobody is asked how it was received (D1, D2). */
const opposing = (
  { consent }: Given,
  { id, occurredAt, actor }: Pick<Withdrawn, 'id' | 'occurredAt' | 'actor'>,
): Extract<NewLedgerEvent, { type: 'opposition-registered' }> =>
  oppositionEvent({ id, of: opposedByWithdrawalOf(consent), via: 'withdrawal', occurredAt, actor });

/** Where the consent followed its person it is withdrawn too, under the id that the opposition has there. */
const withdrawnAlso = (consentId: FactId, others: readonly LedgerChange[]): readonly LedgerChange[] => {
  const copies = copiesAmong(
    consentId,
    others.flatMap(({ contactId, seen }) => seen.consents.map(({ id }) => ({ contactId, id }))),
  );
  const isInForce = ({ id, state }: Standing['consents'][number]): boolean => copies.has(id) && state === 'given';
  return others.map((change) => {
    const copy = change.seen.consents.find(isInForce);
    const events = change.events.map((event): NewLedgerEvent => {
      if (copy === undefined || event.type !== 'opposition-registered') return event;
      const { id, occurredAt, actor, copiedFrom } = event;
      return { type: 'consent-withdrawn', consentId: copy.id, id, occurredAt, actor, copiedFrom };
    });
    return { ...change, events };
  });
};

const pick = ({ id, consentId, occurredAt, recordedAt }: Omit<Withdrawn, 'v' | 'seq' | 'type' | 'actor'>) => ({
  id,
  consentId,
  occurredAt,
  recordedAt,
});
