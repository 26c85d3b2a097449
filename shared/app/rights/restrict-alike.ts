import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import type { ContactId, FactId, Instant } from '#shared/domain/ids.ts';
import type { Actor, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { ifReadable } from '#shared/domain/unreadable.ts';
import { standingOf } from '../oppositions/person-oppositions.ts';
import { appendToLedger, type LedgerChange } from '../records/append-to-ledger.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { readEach } from '../records/read-each.ts';

/** Contacts that are read at once, and items that one transaction writes of them: each event is one, and each standing. */
const MOST_AT_ONCE = 30;
const MOST_ITEMS = 96;

type Restriction = Extract<NewLedgerEvent, { type: 'use-restricted' }>;
type Restricted = Pick<Standing, 'contactId' | 'restrictions'>;
interface By {
  readonly actor: Actor;
  readonly at: Instant;
}

/** The restrictions of these that a contact lacks: each has the id of the act that began it wherever it is written, by whatever way. */
const missingAt = (target: Restricted, sources: readonly Restricted[]): readonly FactId[] => {
  const all = new Set(sources.flatMap(({ restrictions = [] }) => restrictions));
  return [...all].filter((id) => !target.restrictions?.includes(id));
};

/** What writes restrictions to a contact that has not got them, at it and at those from which it gets them: these lead there from then on. */
export interface Follows {
  readonly atTarget: readonly Restriction[];
  readonly atSources: readonly LedgerChange[];
}

/** Each restriction of `sources` that a contact lacks, as its own. */
export const followTo = (target: Restricted, sources: readonly Standing[], { actor, at }: By): Follows => {
  const missing = missingAt(target, sources);
  const common = { type: 'use-restricted', occurredAt: at, actor } as const;
  const changes = sources.map((seen) => {
    const own = missing.filter((id) => seen.restrictions?.includes(id));
    return {
      contactId: seen.contactId,
      seen,
      events: own.map((id): Restriction => ({ ...common, id, alsoOf: [target.contactId] })),
    };
  });
  return {
    atTarget: missing.map((id): Restriction => ({ ...common, id })),
    atSources: changes.filter(({ events }) => events.length > 0),
  };
};

/**
 * Restricts other contacts as one is restricted, in transactions that fail where either changes: who lifts it there meanwhile finds
 * the others, or these are not restricted. Resolves to whether anything was written. One that cannot be read keeps no other from it: once
 * nothing else is to be written, it throws `stored-unreadable`, so that the same call completes it later. Throws `concurrent-change`.
 */
export const restrictFrom = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  from: ContactId,
  to: readonly ContactId[],
  by: By,
): Promise<boolean> => {
  let unread: unknown;
  let isWritten = false;
  for (let begin = 0; begin < to.length; ) {
    const source = await ledger.readStanding(access, from);
    if (source?.restrictions === undefined) return isWritten;
    const some = to.slice(begin, begin + MOST_AT_ONCE);
    const targets = await readEach(some, (each) => standingOf(ledger, access, each, by.at));
    unread ??= targets.unread;
    const follows = targets.read
      .map((target) => ({ target, ...followTo(target, [source], by) }))
      .filter(({ atTarget }) => atTarget.length > 0);
    const first = inOneTransaction(follows, MOST_ITEMS - 1 - source.restrictions.length);
    if (first.length === follows.length) begin += MOST_AT_ONCE;
    if (first.length === 0) continue;
    await appendToLedger(ledger, access, changesOf(source, first), by);
    isWritten = true;
  }
  if (!isWritten && unread !== undefined) throw unread;
  return isWritten;
};

/** The same from a contact that may not be readable: what is restricted there is restricted at the others of its person. */
export const restrictAs: typeof restrictFrom = async (...of) => (await ifReadable(restrictFrom(...of))) ?? false;

/** What restricts targets as one contact is: it leads to each of them, and they get what they lack. */
const changesOf = (source: Standing, all: readonly (Follows & { readonly target: Standing })[]): LedgerChange[] => {
  const leading = all.flatMap(({ atSources }) => atSources.flatMap(({ events }) => events));
  return [
    { contactId: source.contactId, seen: source, events: eachOnce(leading) },
    ...all.map(({ target, atTarget }) => ({ contactId: target.contactId, seen: target, events: atTarget })),
  ];
};

/** As many of these as have room, and one at least. */
const inOneTransaction = <T extends Pick<Follows, 'atTarget'>>(follows: readonly T[], room: number): readonly T[] => {
  let items = 0;
  const end = follows.findIndex(({ atTarget }, index) => {
    items += atTarget.length + 1;
    return index > 0 && items > room;
  });
  return end === -1 ? follows : follows.slice(0, end);
};

/** One event for each restriction, with all that it leads to. */
const eachOnce = (events: readonly NewLedgerEvent[]): readonly NewLedgerEvent[] => {
  const restrictions = events.flatMap((event) => (event.type === 'use-restricted' ? [event] : []));
  return [...Map.groupBy(restrictions, ({ id }) => id).values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [{ ...first, alsoOf: [first, ...more].flatMap(({ alsoOf = [] }) => alsoOf) }],
  );
};

/**
 * Writes what is restricted at one of two contacts to the other, both ways. Done again it changes nothing. Throws as `restrictFrom`.
 */
export const restrictAlike = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  [one, other]: readonly [ContactId, ContactId],
  by: By,
): Promise<void> => {
  await restrictFrom(ledger, access, one, [other], by);
  await restrictFrom(ledger, access, other, [one], by);
};

/**
 * What becoming a contact of a person writes of restrictions: the contact gets those of the person's contacts in the same transaction;
 * its own go to them before, and then `concurrent-change` is thrown, so that all is read again. One of them that cannot be read is passed
 * over, since what is restricted there is restricted at the others, or will be by the call that restricts it; where none can be read it
 * throws `stored-unreadable`, and so where it has restrictions that must go there.
 */
export const linkRestrictions = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  seen: Standing,
  contacts: readonly ContactId[],
  by: By,
): Promise<Follows> => {
  const others = contacts.filter((each) => each !== seen.contactId);
  if (seen.restrictions !== undefined && (await restrictFrom(ledger, access, seen.contactId, others, by)))
    throw concurrentChange();
  const { read, unread } = await readEach(others, (each) => ledger.readStanding(access, each));
  const standings = read.filter((standing) => standing !== undefined);
  if (unread !== undefined && standings.length === 0) throw unread;
  return followTo(seen, standings, by);
};
