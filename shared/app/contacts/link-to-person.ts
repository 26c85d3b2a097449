import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import { concurrentChange, invalidRequest, personTooLarge } from '#shared/domain/failure.ts';
import { contactIdOf, type Instant } from '#shared/domain/ids.ts';
import type { Actor, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { mergeOppositions } from '#shared/domain/opposition/merge-oppositions.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { copyTo, isSameAct } from '../oppositions/person-oppositions.ts';
import type { LedgerChange } from '../records/append-to-ledger.ts';
import type { AppendedWith, Ledger, Person } from '../records/ledger.port.ts';
import { together } from '../records/together.ts';
import { linkRestrictions, restrictAs, restrictFrom } from '../rights/restrict-alike.ts';
import type { FoundPerson } from './fingerprints.port.ts';
import { inheritedFacts } from './known-of-the-human.ts';
import { addressesBeside, copiesAt, isNewTo, spreadBefore } from './spread-at-join.ts';
import { leadingTo } from './survivor.ts';
import { isOfThePerson } from './whom-it-covers.ts';

/** Contacts of one person (D1). */
export const MOST_CONTACTS = 25;
/** Oppositions kept with a person, and spread by one link: with 25 contacts they fit one transaction of 100 items. */
const MOST_KEPT = 4;
const MOST_SPREAD = 2;

export interface Link {
  readonly events: readonly NewLedgerEvent[];
  readonly others: readonly LedgerChange[];
  readonly person?: AppendedWith['person'];
}

const NO_LINK: Link = { events: [], others: [] };

/**
 * What linking a contact to a person writes: the contact inherits the person's oppositions and restrictions, and what is known of the human,
 * and its own that speak for the person go to the other contacts; both go to the addresses that came before or after those of the other. Throws `person-too-large`, `concurrent-change` once its own restrictions are written to the others,
 * and `invalid-request` when it has another person.
 */
export const linkToPerson = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  seen: Standing,
  found: FoundPerson | undefined,
  how: { readonly actor: Actor; readonly at: Instant; readonly said?: DeclaredFacts },
): Promise<Link> => {
  if (found === undefined || [found.person, ...found.others].some((each) => each === seen.person)) return NO_LINK;
  const before = await leadingTo(ledger, access, found.person, seen);
  if (before.person === seen.person) return NO_LINK;
  if (seen.person !== undefined) throw linkedElsewhere();
  const contacts = [...new Set([...before.contacts, seen.contactId])];
  if (contacts.length > MOST_CONTACTS) throw personTooLarge();
  const own = seen.oppositions.filter(isOfThePerson);
  await goBeside(ledger, access, { ...seen, oppositions: own }, before, how);
  const restricted = await linkRestrictions(ledger, access, seen, contacts, how);
  const ofContact = { from: seen.contactId, own: atMost(own, MOST_SPREAD), to: before.contacts };
  const spread = await copiesAt(ledger, access, ofContact, how);
  const link = { type: 'person-linked', person: before.person, actor: how.actor } as const;
  const known = await inheritedFacts(ledger, access, seen, before.contacts, how);
  const { lock: _, mergedInto: _ledNoMore, ...rest } = before;
  return {
    events: [link, ...known, ...restricted.atTarget, ...inherited(seen, before, how.actor)],
    others: together([...spread, ...restricted.atSources]),
    person: {
      before,
      others: found.others,
      after: {
        ...rest,
        contacts,
        oppositions: atMost([...before.oppositions, ...own.filter(isNewTo(before))], MOST_KEPT),
      },
    },
  };
};

/**
 * What the contact and the person say goes along the changes of address of each other too, before the link. Throws `concurrent-change` once a
 * restriction was written.
 */
const goBeside = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  { contactId, oppositions, restrictions }: Pick<Standing, 'contactId' | 'oppositions' | 'restrictions'>,
  { contacts, oppositions: ofPerson }: Person,
  how: { readonly actor: Actor; readonly at: Instant },
): Promise<void> => {
  const beside = (await addressesBeside(ledger, access, [contactId])).filter((each) => !contacts.includes(each));
  for (const each of ofPerson)
    await spreadBefore(ledger, access, { from: contactIdOf(each.id), own: [each], to: beside }, how);
  const says = oppositions.length > 0 || restrictions !== undefined;
  const theirs = says ? await addressesBeside(ledger, access, contacts) : [];
  const others = theirs.filter((each) => each !== contactId);
  await spreadBefore(ledger, access, { from: contactId, own: oppositions, to: others }, how);
  const isWritten = [await restrictFrom(ledger, access, contactId, others, how)];
  for (const each of beside.length === 0 ? [] : contacts)
    isWritten.push(await restrictAs(ledger, access, each, beside, how));
  if (isWritten.includes(true)) throw concurrentChange();
};

const linkedElsewhere = () =>
  invalidRequest([{ pointer: '/personRef', detail: 'this contact is linked to another person already' }]);

const atMost = (oppositions: readonly Opposition[], most: number): readonly Opposition[] =>
  oppositions.length <= most ? oppositions : mergeOppositions(oppositions, ({ length }) => length <= most);

const inherited = (seen: Standing, { oppositions }: Person, actor: Actor): readonly NewLedgerEvent[] =>
  oppositions
    .filter((each) => contactIdOf(each.id) !== seen.contactId && !seen.oppositions.some((own) => isSameAct(own, each)))
    .map((opposition) => copyTo(seen.contactId, contactIdOf(opposition.id), opposition, actor));
