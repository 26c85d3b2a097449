import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { JournalEntry, JournalEntryOf } from '#shared/domain/ledger/journal-entry.ts';
import type { LedgerEvent, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding, type Standing } from '#shared/domain/ledger/standing.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import type { Clock } from '../clock.port.ts';
import { begunErasure } from '../erasure/begun-erasure.ts';
import { erasureEvent, withoutContact } from '../erasure/erase-contact.ts';
import { oppositionEvent, spread } from '../oppositions/person-oppositions.ts';
import type { Pause } from '../pause.port.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { formersIn } from '../records/moves.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';

interface Ports {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly pause: Pause;
}

/**
 * What became of an entry. `known`: the table says so already, or holds nothing that it would end. `left`: a restore lifts
 * nothing and answers for no human, so that an annulment is for two humans to repeat. `unreadable`: the contact must be repaired.
 */
export type ReplayOutcome = 'replayed' | 'known' | 'left' | 'unreadable';

/** Why a consent ended that the journal says was ended: the words of who ended it are not in the journal. */
const REASON = 'It was ended before the table was restored; replayed from the journal.';

/**
 * Records what an entry of the journal says where the ledger of the table does not have it. Once replayed it is known: the same
 * entry again, or another of the same act, changes nothing. Nothing is lifted. Throws `dependency-unavailable`.
 */
export const replayEntry = async (
  ports: Ports,
  access: AdvertiserAccess,
  entry: JournalEntry,
): Promise<ReplayOutcome> => {
  const patience = { pause: ports.pause, seed: `replay/${entry.contactId}/${entry.seq}` };
  try {
    return await retryOnConflict(() => replay(ports, access, entry), patience);
  } catch (error) {
    if (isUnreadable(error)) return 'unreadable';
    throw error;
  }
};

const replay = async (ports: Ports, access: AdvertiserAccess, entry: JournalEntry): Promise<ReplayOutcome> => {
  const { ledger, clock } = ports;
  const at = clock.now();
  const { advertiserId, contactId } = entry;
  const seen =
    (await ledger.readStanding(access, contactId)) ??
    emptyStanding({ advertiserId, contactId, addressKind: KIND_NOT_KNOWN }, at);
  const history = await ledger.listEvents(access, contactId);
  const decided = decide(entry, seen, history);
  if (typeof decided === 'string') return decided;
  const [first] = decided;
  const { others, person } = first === undefined ? { others: [] } : await spread(ledger, access, seen, first, at);
  const erases =
    entry.type === 'erasure'
      ? await begunErasure(ledger, access, entry, await ledger.glimpse.events(access, contactId))
      : undefined;
  await appendToLedger(ledger, access, [{ contactId, seen, events: decided, erases }, ...others], {
    at,
    person,
    ...(erases === undefined ? {} : await unlinked(ledger, access, seen)),
  });
  return 'replayed';
};

/** The person that an erased contact was of, without it. */
const unlinked = async (ledger: Ledger, access: AdvertiserAccess, { person, contactId }: Standing) => {
  const before = person === undefined ? undefined : await ledger.readPerson(access, person);
  return withoutContact(before && { before, after: before }, contactId);
};

/** What is to be recorded for an entry, or why nothing is. */
const decide = (
  entry: JournalEntry,
  seen: Standing,
  history: readonly LedgerEvent[],
): readonly NewLedgerEvent[] | Exclude<ReplayOutcome, 'replayed' | 'unreadable'> => {
  // What the standing holds is known, though its event may be gone since its proof ended.
  const known = [...history, ...seen.oppositions];
  if (entry.type !== 'restriction' && 'id' in entry && known.some((each) => 'id' in each && each.id === entry.id))
    return 'known';
  switch (entry.type) {
    case 'opposition':
      return [oppositionEvent(entry)];
    case 'withdrawal':
      return withdrawn(entry, seen, history);
    case 'erasure':
      return (seen.erasedAt ?? '') >= entry.recordedAt
        ? 'known'
        : [erasureEvent(seen, entry, formersIn(history, seen.contactId))];
    case 'restriction':
      return restricted(entry, seen, history);
    case 'invalidation':
      return ended(entry.consentId, entry, seen);
    case 'annulment': {
      const record = history.find((event) => 'id' in event && event.id === entry.recordId);
      if (record === undefined) return 'known';
      return record.type === 'consent-given' ? ended(entry.recordId, entry, seen) : 'left';
    }
  }
};

/** One in force is known, with the contacts that it followed to; so is one that was lifted. */
const restricted = (
  { id, occurredAt, alsoOf = [], actor, recordedAt }: JournalEntryOf<'restriction'>,
  { erasedAt, restrictions = [], restrictedAlso = [] }: Standing,
  history: readonly LedgerEvent[],
): readonly NewLedgerEvent[] | 'known' => {
  const isInForce = restrictions.includes(id);
  const isOver = !isInForce && history.some((event) => 'id' in event && event.id === id);
  const isWhole = isInForce && alsoOf.every((each) => restrictedAlso.includes(each));
  if ((erasedAt ?? '') >= recordedAt || isOver || isWhole) return 'known';
  const also = alsoOf.length === 0 ? {} : { alsoOf };
  return [{ type: 'use-restricted', id, occurredAt, ...also, actor }];
};

/** It ends the consent and opposes in its scope (D3); of a consent that is not known here, it opposes everything. */
const withdrawn = (
  { id, consentId, occurredAt, actor }: JournalEntryOf<'withdrawal'>,
  seen: Standing,
  history: readonly LedgerEvent[],
): readonly NewLedgerEvent[] => {
  const given = history.find((event) => event.type === 'consent-given' && event.id === consentId);
  const opposing = (of: Parameters<typeof oppositionEvent>[0]['of']) =>
    oppositionEvent({ id, of, via: 'withdrawal', occurredAt, actor });
  if (given?.type !== 'consent-given') return [opposing({ scope: 'global' })];
  const withdrawal = { type: 'consent-withdrawn' as const, consentId, id, occurredAt, actor };
  if (seen.consents.some((consent) => consent.id === consentId)) return [withdrawal];
  const { channels, purpose } = given.consent;
  return [withdrawal, opposing({ scope: 'purpose', channels, purpose })];
};

const ended = (
  consentId: JournalEntryOf<'invalidation'>['consentId'],
  { actor }: JournalEntry,
  { consents, givenBefore = [] }: Standing,
): readonly NewLedgerEvent[] | 'known' =>
  [...consents, ...givenBefore].some(({ id, state }) => id === consentId && (state === 'given' || state === 'pending'))
    ? [{ type: 'consent-invalidated', consentId, reason: REASON, actor }]
    : 'known';
