import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { contactNotFound, invalidRequest, personTooLarge } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { declareAlike } from '../contacts/known-of-the-human.ts';
import { MOST_CONTACTS } from '../contacts/link-to-person.ts';
import { survivorOf } from '../contacts/survivor.ts';
import { standingOf } from '../oppositions/person-oppositions.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import type { Ledger, Person } from '../records/ledger.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import { moveToPerson } from './move-to-person.ts';
import type { ChangedPerson, ChangePersonPorts, OfContact } from './person-change.ts';
import { bringing, takeUpListed } from './take-up-listed.ts';

/**
 * Makes the person behind another contact the one behind this: every contact of that person becomes one of this, with the oppositions of
 * both. Each moves in a transaction of its own, so that what a crash leaves is completed by the same call; from the first on, the
 * reference of that person leads to this one. What partners listed of the two that are named is registered first. Throws `contact-not-found`,
 * `invalid-request` where this contact is of no person, and `person-too-large` before anything is moved.
 */
export const mergePeople = async (
  ports: ChangePersonPorts,
  of: OfContact,
  other: ContactId,
): Promise<ChangedPerson & { readonly moved: number }> => {
  const { ledger, clock } = ports;
  const { access, contactId } = of;
  const listed = new Map<ContactId, readonly Opposition[]>();
  for (const each of [contactId, other])
    listed.set(each, await takeUpListed(ports, access, { contactId: each, addressKind: KIND_NOT_KNOWN }));
  const own = await ledger.readStanding(access, contactId);
  const joining = await ledger.readStanding(access, other);
  if (own === undefined || joining === undefined) throw contactNotFound();
  if (own.person === undefined) throw ofNoPerson();
  const { person } = await survivor(ledger, access, own.person);
  const kept = await ledger.readPerson(access, person);
  // This contact itself is of one that is being merged, where that was cut short.
  const named = [
    { ...own, contactId },
    { ...joining, contactId: other },
  ].filter((each) => each.person !== person);
  const groups = await Promise.all(
    named.map(async (each) => ({
      last: each.contactId,
      left: each.person === undefined ? undefined : await ledger.readPerson(access, each.person),
    })),
  );
  const members = groups.flatMap(({ last, left }) => [...(left?.contacts ?? []), last]);
  if (new Set([...(kept?.contacts ?? []), contactId, ...members]).size > MOST_CONTACTS) throw personTooLarge();
  let moved = 0;
  const follow = async (member: ContactId) => {
    if (await move(ports, of, { member, listed: listed.get(member) ?? [] }, person)) moved += 1;
  };
  for (const { last, left } of groups) {
    // The contact that was named comes last: until it has moved, the same call finds whom it left, and who was linked to them meanwhile.
    const tried = new Set([last]);
    let next = left?.contacts.find((each) => each !== last);
    while (left !== undefined && next !== undefined) {
      tried.add(next);
      await follow(next);
      next = (await ledger.readPerson(access, left.person))?.contacts.find((each) => !tried.has(each));
    }
    await follow(last);
  }
  const standing = (await ledger.readStanding(access, contactId)) ?? own;
  for (const member of new Set([...members, contactId])) {
    const each = await standingOf(ledger, access, member, clock.now());
    await declareAlike(ports, access, each, { actor: of.actor });
  }
  return { standing, recordedAt: clock.now(), moved };
};

/** The person of a contact, or the one that it is being merged into. */
const survivor = async (ledger: Ledger, access: AdvertiserAccess, person: string): Promise<Pick<Person, 'person'>> => {
  const stored = await ledger.readPerson(access, person);
  return stored === undefined ? { person } : survivorOf(ledger, access, stored);
};

const ofNoPerson = () =>
  invalidRequest([{ pointer: '/action', detail: 'merge asks for a contact of a person: declare its personRef first' }]);

const move = (
  { ledger, clock, pause }: ChangePersonPorts,
  { access, actor }: OfContact,
  { member: contactId, listed }: { readonly member: ContactId; readonly listed: readonly Opposition[] },
  person: string,
): Promise<boolean> =>
  retryOnConflict(
    async () => {
      const at = clock.now();
      const seen = await standingOf(ledger, access, contactId, at);
      const { events, others, ...people } = await moveToPerson(ledger, access, bringing(seen, listed), person, {
        actor,
        at,
        merges: true,
      });
      // One that has expired is not brought back, unless there is an opposition to bring it.
      if (events.length === 0 || (seen.seq === 0 && events.length === 1)) return false;
      await appendToLedger(ledger, access, [{ contactId, seen, events }, ...others], { at, ...people });
      return true;
    },
    { pause, seed: contactId },
  );
