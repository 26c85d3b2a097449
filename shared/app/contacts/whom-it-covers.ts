import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { channelsOpposedBy } from '#shared/domain/message/channel.ts';
import { type Opposition, VIA_OF_THE_PERSON, type Via } from '#shared/domain/opposition/opposition.ts';
import { storedUnreadable } from '#shared/domain/unreadable.ts';
import type { Ledger, Person } from '../records/ledger.port.ts';
import { movesIn, personIn } from '../records/moves.ts';
import { sameHumanAs } from './survivor.ts';
import { withAllAddresses } from './whole-human.ts';

const PERSON_VIA: readonly Via[] = VIA_OF_THE_PERSON;

/** A text that refuses more than texts, by name: it is of addresses that it did not come from. */
const namesOtherChannels = ({ of, via }: Pick<Opposition, 'of' | 'via'>): boolean =>
  via === 'sms-reply' &&
  of.scope !== 'global' &&
  of.channels.some((channel) => !channelsOpposedBy('reply').includes(channel));

/**
 * True for an opposition that speaks for the whole person: GLOBAL, one that came in a way by which a person speaks
 * (D1), or a text that refuses other channels by name.
 */
export const isOfThePerson = (opposition: Pick<Opposition, 'of' | 'via'>): boolean =>
  opposition.of.scope === 'global' || PERSON_VIA.includes(opposition.via) || namesOtherChannels(opposition);

/** Addresses that follow one another, at most, where all must fit one transaction, and where they need not. */
export const MOST_FOLLOWED = 10;
export const MOST_FOLLOWED_IN_PARTS = 100;

/**
 * The contacts of the addresses that a person took since, nearest first: each former one names the next, and the latest of them leads.
 *
 * @param movesOf what the standing of a contact says of it; `undefined`: it has none, one that expired included, and its events are asked
 */
export const followedBy = async (
  ledger: { readonly glimpse: Pick<Ledger['glimpse'], 'events'> },
  access: AdvertiserAccess,
  contactId: ContactId,
  movesOf: (contactId: ContactId) => Promise<readonly ContactId[] | undefined>,
  most = MOST_FOLLOWED,
): Promise<readonly ContactId[]> => {
  const followed = new Set([contactId]);
  for (const former of followed) {
    if (followed.size > most) break;
    const moves = (await movesOf(former)) ?? movesIn(await ledger.glimpse.events(access, former), former) ?? [];
    for (const to of moves.toReversed()) followed.add(to);
  }
  return [...followed].slice(1, most + 1);
};

/** Where the person of a standing moved; `undefined` of a contact that has none. */
export const movesOfStanding = (
  standing: Pick<Standing, 'seq' | 'movedTo'> | undefined,
): readonly ContactId[] | undefined =>
  standing === undefined || standing.seq === 0 ? undefined : (standing.movedTo ?? []);

/** Whom an opposition covers beside its own contact. */
interface Covered {
  /** The other contacts, the linked ones first. */
  readonly others: readonly ContactId[];
  /** Of one that speaks for the whole person. Absent: it does not, or the contact is nobody's. */
  readonly person?: Person | undefined;
  /** The persons that are one human with that one, while a merge is not complete. */
  readonly alike: readonly Person[];
}

/**
 * Whom an opposition at a contact covers beside it (D1): the contacts of the person where it speaks for the whole person, those of all
 * addresses before and after them included; else each address that followed this one. Throws `stored-unreadable`.
 */
export const coveredBy = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  seen: Standing,
  opposition: Pick<Opposition, 'of' | 'via'>,
): Promise<Covered> => {
  const person = isOfThePerson(opposition) ? await personOf(ledger, access, seen) : undefined;
  const movesOf = async (former: ContactId) =>
    movesOfStanding(former === seen.contactId ? seen : await ledger.readStanding(access, former));
  const alike = person === undefined ? [] : await sameHumanAs(ledger, access, person);
  const linked = [...(person ? [person] : []), ...alike].flatMap(({ contacts }) => contacts);
  const others = new Set(
    isOfThePerson(opposition)
      ? await withAllAddresses({ eventsOf: ledger.glimpse.events, movesOf }, access, [...linked, seen.contactId])
      : await followedBy(ledger, access, seen.contactId, movesOf, MOST_FOLLOWED_IN_PARTS),
  );
  others.delete(seen.contactId);
  return { others: [...others], person, alike };
};

/**
 * The person of a contact, whose other contacts must have the opposition too. Of one whose standing names none, as when it came back, it is that of its last link, where
 * it is there: it stays as long as another of its contacts. Throws `stored-unreadable` where a standing names one that is not.
 */
const personOf = async (ledger: Ledger, access: AdvertiserAccess, seen: Standing): Promise<Person | undefined> => {
  const { contactId, person } = seen;
  const name = person ?? personIn(await ledger.glimpse.events(access, contactId));
  const known = name === undefined ? undefined : await ledger.readPerson(access, name);
  if (person !== undefined && known === undefined) throw storedUnreadable();
  return known;
};
