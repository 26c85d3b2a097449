import type { AdvertiserScope } from '../domain/advertiser-scope.ts';
import { type AnnulmentContent, isRecording, type RecordingEvent, wasSeen } from '../domain/annulment.ts';
import { notAnnullable, recordNotFound } from '../domain/failure.ts';
import { factIdOf } from '../domain/fingerprint.ts';
import { type ContactId, contactIdOf, type FactId, type Instant } from '../domain/ids.ts';
import type { Actor, LedgerEvent, NewLedgerEvent } from '../domain/ledger-event.ts';
import { emptyStanding, foldLedger, type Standing } from '../domain/standing.ts';
import { onWhatIsThere } from './on-what-is-there.ts';
import { isOfThePerson } from './person-oppositions.ts';
import type { Clock, Ledger, LedgerWrite, Person } from './ports.ts';

export interface AnnulRecord {
  readonly scope: AdvertiserScope;
  readonly recordId: FactId;
  readonly content: AnnulmentContent;
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
 * Undoes a record that never was an act of the person (D4): both stay in the ledger, the standing is folded anew without
 * it, and nothing is sent for a day. An opposition that was written to the person's other contacts is undone there too.
 * Annulling twice resolves to the first annulment. Throws `record-not-found`, and `not-annullable` for an act that we saw.
 */
export const annulRecord = (ports: Ports, command: AnnulRecord): Promise<AnnulledRecord> =>
  onWhatIsThere(() => annul(ports, command));

const annul = async ({ ledger, clock }: Ports, command: AnnulRecord): Promise<AnnulledRecord> => {
  const { scope, recordId } = command;
  const contactId = contactIdOf(recordId);
  const seen = await ledger.readStanding(scope, contactId);
  const history = seen ? await ledger.listEvents(scope, contactId) : [];
  const record = history.filter(isRecording).find(({ id }) => id === recordId);
  if (!seen || !record) throw recordNotFound();
  const earlier = history.find(
    (event): event is Annulled => event.type === 'record-annulled' && event.recordId === recordId,
  );
  if (earlier) return { id: earlier.id, recordId, recordedAt: earlier.recordedAt };
  refuseWhatWasSeen(record);
  const at = clock.now();
  const event = annulmentOf(contactId, recordId, command);
  const person = await personOf(ledger, scope, record, seen);
  const others = person ? await writesToOthers(ledger, person, contactId, command) : [];
  await ledger.append(scope, [{ contactId, seen, history, events: [event] }, ...others], {
    at,
    person: person && { before: person, after: personWithout(person, seen, history, recordId) },
  });
  return { id: event.id, recordId, recordedAt: at };
};

const refuseWhatWasSeen = (record: RecordingEvent): void => {
  if (wasSeen(record)) throw notAnnullable('The person acted, and Aval saw it: nothing annuls that.');
  if (record.type === 'opposition-registered' && record.copiedFrom !== undefined)
    throw notAnnullable(
      'This opposition was heard for another contact of the person: annul the record of that contact.',
    );
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
  scope: AdvertiserScope,
  record: RecordingEvent,
  { person }: Standing,
): Promise<Person | undefined> =>
  person !== undefined && record.type === 'opposition-registered' && isOfThePerson(record)
    ? ledger.readPerson(scope, person)
    : undefined;

/** The copies of the opposition at the person's other contacts; one that was joined into a wider one stays there. */
const writesToOthers = async (
  ledger: Ledger,
  { contacts }: Person,
  from: ContactId,
  command: AnnulRecord,
): Promise<readonly LedgerWrite[]> => {
  const { scope, recordId } = command;
  const others = contacts.filter((contactId) => contactId !== from);
  const writes = await Promise.all(
    others.map(async (contactId): Promise<readonly LedgerWrite[]> => {
      const copyId = factIdOf(contactId, recordId);
      // The standing first: events that came in between are then too many, which is noticed, and never too few.
      const seen = await ledger.readStanding(scope, contactId);
      const history = await ledger.listEvents(scope, contactId);
      const hasCopy = history.some((event) => event.type === 'opposition-registered' && event.id === copyId);
      if (!seen || !hasCopy) return [];
      return [{ contactId, seen, history, events: [annulmentOf(contactId, copyId, command)] }];
    }),
  );
  return writes.flat();
};

/** What a contact linked later takes over: the oppositions that are left at the contact where the annulled one was heard. */
const personWithout = (
  { person, contacts }: Person,
  seen: Standing,
  history: readonly LedgerEvent[],
  recordId: FactId,
): Omit<Person, 'lock'> => {
  const left = history.filter((event) => !('id' in event && event.id === recordId));
  const { oppositions } = foldLedger(emptyStanding(seen, seen.firstRecordedAt), left);
  return { person, contacts, oppositions: oppositions.filter(isOfThePerson) };
};
