import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId, FactId } from '#shared/domain/ids.ts';
import { canonicalJson } from '#shared/domain/ledger/canonical.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { refolded } from '#shared/domain/ledger/refolded.ts';
import type { LedgerChange } from './append-to-ledger.ts';
import type { Ledger, Person } from './ledger.port.ts';

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
 * The other contacts that an opposition can have been written to: those of the person, and of every address that followed one of these,
 * or this one.
 */
export const contactsOfCopies = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  here: ContactHistory,
  person: Person | undefined,
): Promise<readonly ContactHistory[]> => {
  const seen = new Set([here.contactId]);
  const others: ContactHistory[] = [];
  let next: readonly ContactId[] = [...(person?.contacts ?? []), ...(here.seen.movedTo ?? [])];
  while (next.length > 0) {
    const news = [...new Set(next)].filter((contactId) => !seen.has(contactId));
    for (const contactId of news) seen.add(contactId);
    const found = await Promise.all(news.map((contactId) => readHistory(ledger, access, contactId)));
    const known = found.filter((history) => history !== undefined);
    others.push(...known);
    next = known.flatMap((history) => history.seen.movedTo ?? []);
  }
  return others;
};

/** Oppositions of a contact whose events are gone: its standing alone has them. One that others were joined to is wider than it was said. */
export const goneOf = ({ seen, history }: ContactHistory, of: string | undefined): readonly FactId[] =>
  seen.oppositions.flatMap((each) =>
    canonicalJson(each.of) === of && !history.some((event) => 'id' in event && event.id === each.id) ? [each.id] : [],
  );

/**
 * Copies of a record among these, and copies of copies: each has an id made of its contact and of what it is a copy of.
 *
 * @param of what the record opposes, as canonical JSON
 */
export const copiesOf = (
  recordId: FactId,
  of: string | undefined,
  histories: readonly ContactHistory[],
): readonly FactId[] => {
  const found = new Set([recordId]);
  const copied = histories.flatMap((each) => [
    ...goneOf(each, of).map((id) => ({ contactId: each.contactId, id })),
    ...each.history.flatMap((event) =>
      event.type === 'opposition-registered' && event.copiedFrom !== undefined
        ? [{ contactId: each.contactId, id: event.id }]
        : [],
    ),
  ]);
  for (const original of found)
    for (const { contactId, id } of copied) if (id === factIdOf(contactId, original)) found.add(id);
  found.delete(recordId);
  return [...found];
};
