import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import { contactErased } from '#shared/domain/contact/contact-erased.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { contactNotFound, Failure, invalidRequest } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { isErased } from '#shared/domain/ledger/erased.ts';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { type NamedContact, refuseFuture, standingNow } from '../contacts/contact-of.ts';
import { declareAlike } from '../contacts/known-of-the-human.ts';
import { withContact } from '../contacts/with-contact.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import { isRepeated } from '../records/is-repeated.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import { together } from '../records/together.ts';
import { followTo } from '../rights/restrict-alike.ts';
import { asOnePerson } from './as-one-person.ts';
import { copiesOf, declaredAlso, endedAtFormer, isCopyOf, isNotFrom, withOthers } from './events-of-change.ts';
import { followingConsents, withHowAsked } from './following-consents.ts';
import { ledBack } from './led-back.ts';
import { passOn } from './pass-on.ts';
import type { AddressChange, ChangedPerson, ChangePersonPorts, OfContact } from './person-change.ts';
import { bringing, takeUpListed } from './take-up-listed.ts';

/** What followed to the new address. */
export interface ChangedAddress extends ChangedPerson {
  readonly oppositions: number;
  readonly consents: number;
}

/**
 * Records that the person behind a contact is written to at another address (D1). Oppositions and restrictions follow always. Consents follow where the
 * person made the change, with what was declared of them, unless the new address opposed in their scope; at the former address they
 * end, and where the advertiser corrected a wrong address so does every consent there that its reader is not known to have given. A change back takes a correction back. What partners listed of either address is an opposition as any other. Both are one person from then on where either was of one. The same request again resolves to the first result. Throws
 * `contact-not-found`, `contact-erased`, `invalid-request` for an address of another kind, the same address, or one of another person, and
 * `person-too-large`.
 */
export const changeAddress = async (
  ports: ChangePersonPorts,
  of: OfContact,
  change: AddressChange,
): Promise<ChangedAddress> => {
  refuseFuture(ports.clock.now(), { '/occurredAt': change.occurredAt });
  return withContact(ports.fingerprints, of.access, change.address, async (contact) => {
    if (contact.contactId === of.contactId) throw refused('this is the address of the contact already');
    const former = await takeUpListed(ports, of.access, { ...of, addressKind: contact.addressKind });
    const listed = { former, seen: await takeUpListed(ports, of.access, contact) };
    const attempt = (follows: Written['follows']) =>
      retryOnConflict(() => write(ports, of, { ...change, contact, listed, follows }), {
        pause: ports.pause,
        seed: change.request.requestId,
      });
    // Oppositions follow also where there is no room for what else would.
    const changed = await attempt(change.madeBy === 'person' ? 'consents' : 'facts')
      .catch(whereFull(() => attempt('facts')))
      .catch(whereFull(() => attempt('oppositions')));
    await declareAlike(ports, of.access, changed.standing, { actor: of.actor });
    // What was listed meanwhile: a consent that followed is later than the act, and lifts nothing.
    if (changed.consents > 0) await takeUpListed(ports, of.access, contact, listed.seen);
    return changed;
  });
};

/** Does this instead of what found no room; throws any other failure. */
const whereFull =
  <Result>(instead: () => Promise<Result>) =>
  (error: unknown): Promise<Result> => {
    if (error instanceof Failure && error.code === 'standing-full') return instead();
    throw error;
  };

const refused = (detail: string) => invalidRequest([{ pointer: '/contact', detail }]);

type Written = Omit<AddressChange, 'address'> & {
  readonly contact: NamedContact;
  /** What partners listed of the address of each. */
  readonly listed: { readonly former: readonly Opposition[]; readonly seen: readonly Opposition[] };
  /** What follows: the oppositions, and what is declared of the human, and consents. */
  readonly follows: 'oppositions' | 'facts' | 'consents';
};

const write = async (ports: ChangePersonPorts, of: OfContact, change: Written): Promise<ChangedAddress> => {
  const { ledger, clock } = ports;
  const { access, contactId, actor } = of;
  const { contact, listed, madeBy, request } = change;
  const at = clock.now();
  const by = { actor, at };
  const former = await formerOf(ledger, of, contact);
  const seen = await standingNow(ledger, access, contact, at);
  if (await isRepeated(ledger, access, contact, request))
    return { standing: seen, recordedAt: at, oppositions: 0, consents: 0 };
  refuseAnother(former, seen);
  const opposed = withOthers(former.oppositions, listed.former);
  const opposedHere = opposed.filter(isNotFrom(seen, contactId));
  const consents = await consentsToFollow(ports, access, { former, seen }, change);
  const trace = await tracesOf(ledger, of, seen, { ...change, at });
  await passOn(ledger, access, { contactId, seen, opposed: opposedHere }, by);
  const declared = change.follows === 'oppositions' ? [] : declaredAlso(former, seen, { actor, consents });
  const follows = copiesOf([...consents, ...opposedHere], { from: contactId, to: contact.contactId, actor });
  const restricted = followTo(seen, [former], by);
  const both = { former: bringing(former, listed.former), seen: bringing(seen, listed.seen) };
  const { toNew, toFormer, others, ...people } = await asOnePerson(ledger, access, both, by);
  // What follows has its place among the consents: a copy by way of the person would come before them, and be lifted.
  const ofPerson = toNew.filter((event) => !isCopyOf(opposed, event));
  const atNew = [trace(contact.contactId), ...restricted.atTarget, ...ofPerson, ...declared, ...follows];
  const atFormer = [trace(contactId), ...endedAtFormer(former, consents, { madeBy, actor }), ...toFormer];
  const changes = together([
    { ...contact, seen, events: atNew, address: contact.deliverable },
    { contactId, seen: former, events: atFormer },
    ...restricted.atSources,
    ...others,
  ]);
  const [standing = seen] = await appendToLedger(ledger, access, changes, { at, request, ...people });
  return { standing, recordedAt: at, oppositions: opposedHere.length, consents: countOnce(consents, former) };
};

/** What is recorded at the former address. Throws where nothing is, and where the new one is of another kind. */
const formerOf = async (ledger: Ledger, { access, contactId }: OfContact, to: NamedContact): Promise<Standing> => {
  const former = await ledger.readStanding(access, contactId);
  if (former === undefined) throw contactNotFound();
  if (former.addressKind !== to.addressKind && former.consents.length > 0)
    throw refused('an address of the kind that it replaces');
  return former;
};

const refuseAnother = (former: Standing, seen: Standing): void => {
  if (isErased(seen)) throw contactErased();
  if (former.person !== undefined && seen.person !== undefined && former.person !== seen.person)
    throw refused('this address is of another person: merge the two first');
};

/** The consents that follow, with how they were asked for: those that nothing said or listed at the new address speaks against. */
const consentsToFollow = async (
  ports: ChangePersonPorts,
  access: AdvertiserAccess,
  { former, seen }: { readonly former: Standing; readonly seen: Standing },
  { listed, follows }: Written,
): Promise<readonly Consent[]> => {
  if (follows !== 'consents') return [];
  const opposedThere = withOthers(seen.oppositions, listed.seen);
  const following = followingConsents(former, { ...seen, oppositions: opposedThere });
  return withHowAsked(ports, access, former, following);
};

/** What says at each of the two addresses that one followed the other. */
const tracesOf = async (
  ledger: Ledger,
  { access, contactId, actor }: OfContact,
  seen: Standing,
  { contact, madeBy, occurredAt, at, request }: Written & { readonly at: Instant },
): Promise<(of: ContactId) => NewLedgerEvent> => {
  const through = await ledBack(ledger, access, seen, contactId);
  return (of) => ({
    type: 'address-changed',
    id: factIdOf(of, request.requestId),
    from: contactId,
    to: contact.contactId,
    madeBy,
    occurredAt: occurredAt ?? at,
    actor,
    ...(through.length > 0 && { through: [...through] }),
  });
};

/** Of these consents, without the first of one that was given again. */
const countOnce = (consents: readonly Consent[], { givenBefore }: Standing): number => {
  const again = new Set(givenBefore?.map(({ id }) => id));
  return consents.filter(({ id }) => !again.has(id)).length;
};
