import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { contactNotFound, isRetryable } from '#shared/domain/failure.ts';
import type { ContactId, FactId, Instant } from '#shared/domain/ids.ts';
import type { Erasure } from '#shared/domain/ledger/erasure.ts';
import type { Actor, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding, type Standing } from '#shared/domain/ledger/standing.ts';
import { contactRestricted } from '#shared/domain/rights/rights-failures.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import { knownAdvertiser, refuseFuture } from '../contacts/contact-of.ts';
import { oppositionEvent, spread } from '../oppositions/person-oppositions.ts';
import { registerOpposition } from '../oppositions/register-opposition.ts';
import type { Pause } from '../pause.port.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import { isRepeated } from '../records/is-repeated.ts';
import type { AppendedWith, Ledger, RequestHash } from '../records/ledger.port.ts';
import { formersIn } from '../records/moves.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { erasureIdOf } from './answering-erasure.ts';
import { begunErasure } from './begun-erasure.ts';
import { type FinishPorts, finishErasure } from './finish-erasure.ts';

export interface EraseContact {
  readonly access: AdvertiserAccess;
  readonly contactId: ContactId;
  /** When the person asked for it; absent: now. */
  readonly occurredAt?: Instant | undefined;
  readonly actor: Actor;
  /** The person asks for it by a request that a human answered: then their own restriction keeps nothing. */
  readonly isAnswer?: true | undefined;
  readonly request: RequestHash;
}

export interface ErasePorts extends FinishPorts {
  readonly ledger: Ledger;
  readonly advertisers: Advertisers;
  readonly pause: Pause;
}

/**
 * Erases a contact: it opposes everything and its use ends in one transaction, for all contacts of the person the opposition, for
 * this one the erasure; then what is left of it is removed. What cannot be removed now is removed within minutes by the clock. The same
 * request again resolves to the same erasure, as it is then. Throws `contact-not-found`, `contact-restricted`, `idempotency-key-reused`, and
 * `stored-unreadable` where the contact must be repaired first: the opposition is registered even so.
 */
export const eraseContact = async (ports: ErasePorts, command: EraseContact): Promise<Erasure> => {
  refuseFuture(ports.clock.now(), { '/occurredAt': command.occurredAt });
  await knownAdvertiser(ports.advertisers, command.access);
  const begun = await beginErasure(ports, command);
  if (begun.doneAt !== undefined) return begun;
  try {
    return await finishErasure(ports, command.access, begun);
  } catch (error) {
    if (!isRetryable(error)) throw error;
    return begun;
  }
};

const beginErasure = async (ports: ErasePorts, command: EraseContact): Promise<Erasure> => {
  const { access, contactId, request } = command;
  const patience = { pause: ports.pause, seed: request.requestId };
  try {
    await retryOnConflict(() => record(ports, command), patience);
  } catch (error) {
    if (isUnreadable(error)) await oppose(ports, command);
    throw error;
  }
  const erasure = await ports.erasures.find(access, contactId, erasureIdOf(contactId, request.requestId));
  if (erasure === undefined) throw contactNotFound();
  return erasure;
};

const oppose = (ports: ErasePorts, { access, contactId, occurredAt, actor, request }: EraseContact) =>
  registerOpposition(ports, {
    access,
    contactId,
    occurredAt,
    actor,
    addressKind: KIND_NOT_KNOWN,
    of: { scope: 'global' },
    via: 'erasure-request',
    coversRelational: true,
    requestId: `opposition/${request.requestId}`,
    bodySha256: request.bodySha256,
  });

/** The event that ends all use of a contact, with the oppositions that remain of it, and the contacts that it followed. */
export const erasureEvent = (
  { oppositions }: Standing,
  { id, occurredAt, actor }: { readonly id: FactId; readonly occurredAt: Instant; readonly actor: Actor },
  formerly: readonly ContactId[],
): NewLedgerEvent => ({
  type: 'contact-erased',
  id,
  occurredAt,
  actor,
  kept: oppositions,
  ...(formerly.length === 0 ? {} : { formerly: [...formerly] }),
});

/** The person without a contact that is erased; nothing where it has none. */
export const withoutContact = (person: AppendedWith['person'], contactId: ContactId): Pick<AppendedWith, 'person'> => {
  if (person === undefined) return {};
  const { after } = person;
  return { person: { ...person, after: { ...after, contacts: after.contacts.filter((each) => each !== contactId) } } };
};

const record = async ({ ledger, clock }: ErasePorts, command: EraseContact): Promise<void> => {
  const { access, contactId, actor, request } = command;
  if (await isRepeated(ledger, access, { contactId }, request)) return;
  const at = clock.now();
  const known = await ledger.readStanding(access, contactId);
  if (known === undefined && (await ledger.lastPosition(access, contactId)) === 0) throw contactNotFound();
  if (known?.restrictions !== undefined && command.isAnswer === undefined) throw contactRestricted();
  const { advertiserId } = access;
  const seen = known ?? emptyStanding({ advertiserId, contactId, addressKind: KIND_NOT_KNOWN }, at);
  const occurredAt = command.occurredAt ?? at;
  const opposition = oppositionEvent({
    id: factIdOf(contactId, request.requestId),
    occurredAt,
    actor,
    of: { scope: 'global' },
    via: 'erasure-request',
    coversRelational: true,
  });
  const id = erasureIdOf(contactId, request.requestId);
  const before = await ledger.glimpse.events(access, contactId);
  const formerly = formersIn(before, contactId);
  const events = [opposition, erasureEvent(seen, { id, occurredAt, actor }, formerly)];
  const erases = await begunErasure(ledger, access, { id, contactId }, before);
  const { others, person } = await spread(ledger, access, seen, opposition, at);
  await appendToLedger(ledger, access, [{ contactId, seen, events, erases }, ...others], {
    at,
    request,
    ...withoutContact(person, contactId),
  });
};
