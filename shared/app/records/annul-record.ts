import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { type ContactId, contactIdOf, type FactId, type Instant } from '#shared/domain/ids.ts';
import { type AnnulmentFacts, recordNotFound } from '#shared/domain/ledger/annulment.ts';
import { canonicalJson } from '#shared/domain/ledger/canonical.ts';
import type { Actor, LedgerEvent, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { type ActOfOpposition, actOf } from '#shared/domain/ledger/opposition-of.ts';
import { isRecording } from '#shared/domain/ledger/recording.ts';
import { beyond } from '#shared/domain/ledger/refolded.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { withoutCovered } from '#shared/domain/opposition/merge-oppositions.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import { isOfThePerson } from '../contacts/whom-it-covers.ts';
import { copyTo, keyOf } from '../oppositions/person-oppositions.ts';
import { appendToLedger, type LedgerChange } from './append-to-ledger.ts';
import { type ContactHistory, contactsOfCopies, copiesOf, goneOf, readHistory } from './copies-of-record.ts';
import type { Ledger, Person } from './ledger.port.ts';
import { isDoubtfulReply, refuseWhatWasSeen } from './refuse-annulment.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

export interface AnnulRecord {
  readonly access: AdvertiserAccess;
  readonly recordId: FactId;
  readonly content: AnnulmentFacts;
  /** A human read the words of a doubtful reply: of these an act that we saw may be undone, and of nothing else (D20). */
  readonly isDoubtfulReply?: true | undefined;
  readonly actor: Actor;
}

export interface AnnulledRecord {
  readonly id: FactId;
  readonly recordId: FactId;
  readonly recordedAt: Instant;
}

type Ports = { readonly ledger: Ledger; readonly clock: Clock };
type Annulled = Extract<LedgerEvent, { type: 'record-annulled' }>;

/**
 * Undoes a record that never was an act of the person (D4): both stay in the ledger, the standing is folded again without
 * it, and nothing is sent for a day. An opposition that was written to the person's other contacts, or to other addresses, is undone there too,
 * and so is a consent that followed its person; and no other one.
 * Annulling twice resolves to the first annulment. Throws `record-not-found`, and `not-annullable` for an act that we saw.
 */
export const annulRecord = (ports: Ports, command: AnnulRecord): Promise<AnnulledRecord> =>
  retryOnConflict(() => annul(ports, command));

const annul = async ({ ledger, clock }: Ports, command: AnnulRecord): Promise<AnnulledRecord> => {
  const { access, recordId } = command;
  const contactId = contactIdOf(recordId);
  const here = await readHistory(ledger, access, contactId);
  const record = here?.history.filter(isRecording).find(({ id }) => id === recordId);
  if (!here || !record) throw recordNotFound();
  const earlier = here.history.find(
    (event): event is Annulled => event.type === 'record-annulled' && event.recordId === recordId,
  );
  if (earlier) return { id: earlier.id, recordId, recordedAt: earlier.recordedAt };
  if (command.isDoubtfulReply !== true || !isDoubtfulReply(record)) refuseWhatWasSeen(record);
  const at = clock.now();
  const event = annulmentOf(contactId, recordId, command);
  const opposed = actOf(record, here.history);
  const person = await personOf(ledger, access, opposed, here.seen);
  const others = await contactsOfCopies(ledger, access, here, person);
  const isMember = (other: ContactHistory): boolean => person?.contacts.includes(other.contactId) ?? false;
  // The copy of a copy can have come back to the contact of the original.
  const of = opposed && canonicalJson(opposed.of);
  const ended = [recordId, ...copiesOf(recordId, of, [here, ...others])];
  const after = person && personWithout(person, [here, ...others.filter(isMember)], ended);
  const copies = others.flatMap((other) =>
    writesToOther(other, { ended, of, left: (isMember(other) && after?.oppositions) || [] }, command),
  );
  const own = endedAt(here, ended, of).map((id) => annulmentOf(contactId, id, command));
  const rest = await writtenBefore(copies, (some) => appendToLedger(ledger, access, some, { at }));
  await appendToLedger(ledger, access, [{ ...here, events: own }, ...rest], {
    at,
    person: person && after && { before: person, after },
  });
  return { id: event.id, recordId, recordedAt: at };
};

const annulmentOf = (contactId: ContactId, recordId: FactId, { content, actor }: AnnulRecord) =>
  ({
    type: 'record-annulled',
    id: factIdOf(contactId, `annulment/${recordId}`),
    recordId,
    ...content,
    actor,
  }) satisfies NewLedgerEvent;

const personOf = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  opposition: ActOfOpposition | undefined,
  { person }: Standing,
): Promise<Person | undefined> => {
  return person !== undefined && opposition !== undefined && isOfThePerson(opposition)
    ? ledger.readPerson(access, person)
    : undefined;
};

const recordedIn = (history: readonly LedgerEvent[]): readonly FactId[] =>
  history.flatMap((event) => ('id' in event ? [event.id] : []));

const annulledIn = (history: readonly LedgerEvent[]): readonly FactId[] =>
  history.flatMap((event) => (event.type === 'record-annulled' ? [event.recordId] : []));

/** Items beside the contact itself that one transaction takes. */
const MOST_ITEMS = 80;

/** Where copies are too many for one transaction: writes them, before the original, so that the same call finds the rest; else those. */
export const writtenBefore = async (
  copies: readonly LedgerChange[],
  write: (some: readonly LedgerChange[]) => Promise<unknown>,
): Promise<readonly LedgerChange[]> => {
  const items = copies.reduce((sum, { events }) => sum + events.length + 1, 0);
  if (items <= MOST_ITEMS) return copies;
  for (const each of copies) await write([each]);
  return [];
};

/** Which of these records a contact has that are not annulled there. */
const endedAt = (here: ContactHistory, ended: readonly FactId[], of: string | undefined): readonly FactId[] => {
  const annulled = annulledIn(here.history);
  return [...recordedIn(here.history), ...goneOf(here, of)].filter(
    (id) => ended.includes(id) && !annulled.includes(id),
  );
};

/** Undoes the copies at another contact, which gets the oppositions that the annulled one had made needless (P2). */
const writesToOther = (
  other: ContactHistory,
  {
    ended,
    of,
    left,
  }: { readonly ended: readonly FactId[]; readonly of: string | undefined; readonly left: readonly Opposition[] },
  command: AnnulRecord,
): readonly LedgerChange[] => {
  const { contactId, seen, history, standingAfter } = other;
  const own = endedAt(other, ended, of);
  if (own.length === 0) return [];
  const known = new Set([...recordedIn(history), ...seen.oppositions.map(({ id }) => id)]);
  const missing = left.filter(({ id }) => !known.has(id) && !known.has(factIdOf(contactId, id)));
  const copies = missing.map((opposition) => copyTo(contactId, contactIdOf(opposition.id), opposition, command.actor));
  const annulments = own.map((id) => annulmentOf(contactId, id, command));
  return [{ contactId, seen, standingAfter, events: [...annulments, ...copies] }];
};

/**
 * What a contact linked later inherits: what the person has without the annulled one, and what that one had replaced.
 * Each under the id it has where it was registered, so that annulling it there undoes every copy.
 */
const personWithout = (
  { lock: _, oppositions, ...person }: Person,
  histories: readonly ContactHistory[],
  ended: readonly FactId[],
): Omit<Person, 'lock'> => {
  const registered = histories.flatMap(({ history }) => registeredIn(history));
  const gone = ofGoneEvents(histories, [...oppositions, ...registered], ended);
  const left = [...gone, ...oppositions, ...registered].filter(({ id }) => !ended.includes(id));
  const oldestFirst = left.toSorted((a, b) => millisecondsOf(a.occurredAt) - millisecondsOf(b.occurredAt));
  const latestOfEach = new Map(oldestFirst.map((opposition) => [keyOf(opposition), opposition]));
  return { ...person, oppositions: withoutCovered([...latestOfEach.values()]) };
};

/** Oppositions of the person whose events are gone, as far as known without the copies of others and of what was annulled. */
const ofGoneEvents = (
  histories: readonly ContactHistory[],
  known: readonly Opposition[],
  ended: readonly FactId[],
): readonly Opposition[] => {
  const gone = histories.flatMap(({ seen, history }) => beyond(seen, history).filter(isOfThePerson));
  const annulled = histories.flatMap(({ history }) => annulledIn(history));
  const originals = [...ended, ...annulled, ...[...gone, ...known].map(({ id }) => id)];
  const copies = new Set(histories.flatMap(({ contactId }) => originals.map((id) => factIdOf(contactId, id))));
  return gone.filter(({ id }) => !copies.has(id));
};

/** Oppositions of the person that were first registered for this contact itself. */
const registeredIn = (history: readonly LedgerEvent[]): readonly Opposition[] => {
  const annulled = annulledIn(history);
  return history.flatMap((event) => {
    const act = actOf(event, history);
    if (act === undefined || ('copiedFrom' in event && event.copiedFrom !== undefined)) return [];
    if (annulled.includes(act.id) || !isOfThePerson(act)) return [];
    return [{ ...act, seq: event.seq, recordedAt: event.recordedAt }];
  });
};
