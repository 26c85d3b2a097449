import { REGISTER } from '#shared/domain/retention/register.ts';
import type { Raw } from '../retention/ends-of-contact.ts';
import { advertiserOf, type ScannedTable } from '../retention/scan.ts';

/** Between which instants somebody may have read, and of whom. */
export interface Window {
  readonly from: string;
  readonly to: string;
  /** One advertiser alone; absent: all. */
  readonly advertiserId?: string | undefined;
}

/** Whose data an advertiser had in the table then, as counts; ids name contacts without their addresses. */
export interface Affected {
  /** Contacts by the kind of their address; `unknown`: what remains of an opposition says no more. */
  readonly contacts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Contacts known by what was sent or recorded alone. */
  readonly others: ReadonlySet<string>;
  /** Items by kind: those that there were, and of them those written between the two instants. */
  readonly kinds: ReadonlyMap<string, { readonly there: number; readonly written: number }>;
  /** Items that went since the beginning of the window, by kind, from the evidence of deletions. */
  readonly gone: ReadonlyMap<string, number>;
}

/** Kinds that say nothing of a person, staff included. A kind that the register does not know counts. */
const OF_NO_PERSON = new Set(
  REGISTER.items.filter(({ holds }) => holds.startsWith('Nothing of a person')).map(({ kind }) => kind),
);
/** Items under the key of a contact: its id is the third part. */
const OF_CONTACT = ['CONTACT', 'PROOF', 'CONFIRMATION', 'CODE'];
/** When an item was first written, by whichever of its attributes says it. */
const WRITTEN = ['firstRecordedAt', 'acceptedAt', 'recordedAt', 'createdAt', 'settledAt', 'at', 'erasedAt'];

const textIn = (item: Raw, name: string): string | undefined => {
  const value = item[name];
  return typeof value === 'string' ? value : undefined;
};

/** Absent: the item does not say it, and counts as there. */
const writtenAt = (item: Raw, from: string): string | undefined => {
  // Erasure replaces the day on which a contact was first known: who was erased since was there, in doubt.
  if ((textIn(item, 'erasedAt') ?? '') >= from) return undefined;
  const within = item.event;
  if (typeof within === 'object' && within !== null) return textIn(within as Raw, 'recordedAt');
  return WRITTEN.map((name) => textIn(item, name)).find((at) => at !== undefined);
};

/** The contact that an item is about, where its key or an attribute says it. */
const contactOf = (item: Raw): string | undefined => {
  const [kind = '', , third] = String(item.pk).split('#');
  return OF_CONTACT.includes(kind) ? third : textIn(item, 'contactId');
};

const emptyOne = () => ({
  contacts: new Map<string, Set<string>>(),
  others: new Set<string>(),
  kinds: new Map<string, { there: number; written: number }>(),
  gone: new Map<string, number>(),
  /** Contacts that something names which does not say when it was written. */
  undated: new Set<string>(),
  /** Contacts that came after the window, whatever names them without saying when it was written. */
  later: new Set<string>(),
});

/**
 * Whose data the table held between two instants, as it is now: by advertiser, which kinds and how many (art. 33, § 3, a GDPR). What went
 * since is counted from the evidence of deletions, by day. Whatever does not say when it was written counts as there.
 */
export const affectedIn = async (
  table: ScannedTable,
  { from, to, advertiserId }: Window,
): Promise<ReadonlyMap<string, Affected>> => {
  const found = new Map<string, ReturnType<typeof emptyOne>>();
  const of = (name: string) => {
    const one = found.get(name) ?? emptyOne();
    found.set(name, one);
    return one;
  };
  for await (const page of table.pages())
    for (const item of page) {
      const own = textIn(item, 'advertiserId') ?? advertiserOf(item);
      if (advertiserId !== undefined && own !== advertiserId) continue;
      if (item.entity === 'deletion') noteGone(of(own).gone, item, from);
      else if (!OF_NO_PERSON.has(String(item.entity))) noteItem(of(own), item, { from, to });
    }
  for (const one of found.values()) settleOthers(one);
  return found;
};

/** Whoever is named without a date counts, unless they came later; whoever is known by their address is no other. */
const settleOthers = ({ contacts, others, undated, later }: ReturnType<typeof emptyOne>): void => {
  for (const contact of undated) if (!later.has(contact)) others.add(contact);
  for (const known of contacts.values()) for (const contact of known) others.delete(contact);
};

const noteItem = (one: ReturnType<typeof emptyOne>, item: Raw, { from, to }: Window): void => {
  const [at, kind, contact] = [writtenAt(item, from), String(item.entity), contactOf(item)];
  if (at !== undefined && at > to) {
    if (kind === 'standing' && contact !== undefined) one.later.add(contact);
    return;
  }
  const counts = one.kinds.get(kind) ?? { there: 0, written: 0 };
  counts.there += 1;
  if (at !== undefined && at >= from) counts.written += 1;
  one.kinds.set(kind, counts);
  if (contact === undefined) return;
  if (kind !== 'standing') {
    (at === undefined ? one.undated : one.others).add(contact);
    return;
  }
  const address = textIn(item, 'addressKind') ?? 'unknown';
  one.contacts.set(address, (one.contacts.get(address) ?? new Set()).add(contact));
};

const noteGone = (gone: Map<string, number>, item: Raw, from: string): void => {
  if (String(item.sk).slice(0, 10) < from.slice(0, 10)) return;
  for (const [kind, count] of Object.entries(item.counts as Raw))
    if (typeof count === 'number') gone.set(kind, (gone.get(kind) ?? 0) + count);
};
