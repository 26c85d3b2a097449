import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId, FactId } from '#shared/domain/ids.ts';
import { canonicalJson } from '#shared/domain/ledger/canonical.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { refolded } from '#shared/domain/ledger/refolded.ts';
import type { LedgerChange } from './append-to-ledger.ts';
import type { Ledger, Person } from './ledger.port.ts';
import { formersIn } from './moves.ts';

/** The standing of a contact, and its events so far. */
export type ContactHistory = Omit<LedgerChange, 'events' | 'address'> & { readonly history: readonly LedgerEvent[] };

/** The standing first: events that come in between are then too many, which is noticed, and never too few. */
export const readHistory = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  contactId: ContactId,
): Promise<ContactHistory | undefined> => {
  const seen = await ledger.readStanding(access, contactId);
  if (seen === undefined) return undefined;
  const history = await ledger.listEvents(access, contactId);
  return { contactId, seen, history, standingAfter: (events) => refolded(seen, events, history) };
};

/**
 * The other contacts that a record can have been written to: those of the person, and of every address that came before or after one of
 * these, or this one.
 */
export const contactsOfCopies = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  here: ContactHistory,
  person: Person | undefined,
): Promise<readonly ContactHistory[]> => {
  const seen = new Set([here.contactId]);
  const others: ContactHistory[] = [];
  let next: readonly ContactId[] = [...(person?.contacts ?? []), ...addressesBeside(here)];
  while (next.length > 0) {
    const news = [...new Set(next)].filter((contactId) => !seen.has(contactId));
    for (const contactId of news) seen.add(contactId);
    const found = await Promise.all(news.map((contactId) => readHistory(ledger, access, contactId)));
    const known = found.filter((history) => history !== undefined);
    others.push(...known);
    next = known.flatMap(addressesBeside);
  }
  return others;
};

/** The contacts of the addresses that the person had just before, or took just after. */
const addressesBeside = ({ contactId, seen, history }: ContactHistory): readonly ContactId[] => [
  ...(seen.movedTo ?? []),
  ...formersIn(history, contactId),
];

/** Oppositions of a contact whose events are gone: its standing alone has them. One that others were joined to is wider than it was said. */
export const goneOf = ({ seen, history }: ContactHistory, of: string | undefined): readonly FactId[] =>
  seen.oppositions.flatMap((each) =>
    canonicalJson(each.of) === of && !history.some((event) => 'id' in event && event.id === each.id) ? [each.id] : [],
  );

interface Held {
  readonly contactId: ContactId;
  readonly id: FactId;
}

/** Copies of a record among what is held at contacts, and copies of copies: each has an id made of its contact and of what it is a copy of. */
export const copiesAmong = (recordId: FactId, held: readonly Held[]): ReadonlySet<FactId> => {
  const found = new Set([recordId]);
  for (const original of found)
    for (const { contactId, id } of held) if (id === factIdOf(contactId, original)) found.add(id);
  found.delete(recordId);
  return found;
};

/** True of an event that can be a copy: a consent that followed its person, an opposition or a withdrawal that was written to others too. */
const isCopy = (event: LedgerEvent): event is Extract<LedgerEvent, { id: FactId }> =>
  event.type === 'consent-given' ||
  event.type === 'consent-withdrawn' ||
  (event.type === 'opposition-registered' && event.copiedFrom !== undefined);

/**
 * Copies of a record among these, and copies of copies.
 *
 * @param of what the record opposes, as canonical JSON
 */
export const copiesOf = (
  recordId: FactId,
  of: string | undefined,
  histories: readonly ContactHistory[],
): readonly FactId[] => {
  const held = histories.flatMap((each) => [
    ...goneOf(each, of).map((id) => ({ contactId: each.contactId, id })),
    ...each.history.flatMap((event) => (isCopy(event) ? [{ contactId: each.contactId, id: event.id }] : [])),
  ]);
  return [...copiesAmong(recordId, held)];
};
