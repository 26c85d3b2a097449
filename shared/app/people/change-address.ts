import type { Consent } from '#shared/domain/consent/consent.ts';
import { CORRECTED, FOLLOWED } from '#shared/domain/consent/followed.ts';
import { isOfWhoReads } from '#shared/domain/consent/wrong-address.ts';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import { contactErased } from '#shared/domain/contact/contact-erased.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { contactNotFound, Failure, invalidRequest } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { canonicalJson } from '#shared/domain/ledger/canonical.ts';
import { knownOfBoth, ofTheHuman, ofWhoConsented } from '#shared/domain/ledger/declaration.ts';
import { isErased } from '#shared/domain/ledger/erased.ts';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { type NamedContact, refuseFuture, standingNow } from '../contacts/contact-of.ts';
import { declareAlike } from '../contacts/known-of-the-human.ts';
import { withContact } from '../contacts/with-contact.ts';
import { copyTo, isSameAct } from '../oppositions/person-oppositions.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import { isRepeated } from '../records/is-repeated.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import { together } from '../records/together.ts';
import { followTo } from '../rights/restrict-alike.ts';
import { asOnePerson } from './as-one-person.ts';
import { consentAt, everyConsent, followingConsents, withHowAsked } from './following-consents.ts';
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

const write = async (
  ports: ChangePersonPorts,
  { access, contactId, actor }: OfContact,
  { contact, listed, follows: most, madeBy, occurredAt, request }: Written,
): Promise<ChangedAddress> => {
  const { ledger, clock } = ports;
  const at = clock.now();
  const former = await ledger.readStanding(access, contactId);
  if (former === undefined) throw contactNotFound();
  if (former.addressKind !== contact.addressKind && former.consents.length > 0)
    throw refused('an address of the kind that it replaces');
  const seen = await standingNow(ledger, access, contact, at);
  if (await isRepeated(ledger, access, contact, request))
    return { standing: seen, recordedAt: at, oppositions: 0, consents: 0 };
  if (isErased(seen)) throw contactErased();
  if (former.person !== undefined && seen.person !== undefined && former.person !== seen.person)
    throw refused('this address is of another person: merge the two first');
  const opposed = withOthers(former.oppositions, listed.former);
  const opposedThere = withOthers(seen.oppositions, listed.seen);
  const following = most === 'consents' ? followingConsents(former, { ...seen, oppositions: opposedThere }) : [];
  const consents = await withHowAsked(ports, access, former, following);
  const through = await ledBack(ledger, access, seen, contactId);
  const trace = (of: ContactId): NewLedgerEvent => ({
    type: 'address-changed',
    id: factIdOf(of, request.requestId),
    from: contactId,
    to: contact.contactId,
    madeBy,
    occurredAt: occurredAt ?? at,
    actor,
    ...(through.length > 0 && { through: [...through] }),
  });
  const opposedHere = opposed.filter(isNotFrom(seen, contactId));
  await passOn(ledger, access, { contactId, seen, opposed: opposedHere }, { actor, at });
  const follows = inOrder(opposedHere, consents).map((each) =>
    'of' in each ? copyTo(contact.contactId, contactId, each, actor) : consentAt(contact.contactId, each, actor),
  );
  const known = consents.length === 0 ? ofTheHuman(former.declared) : ofWhoConsented(former.declared);
  const declared = most === 'oppositions' ? [] : declaredAlso(known, seen, actor);
  const ends = endedAtFormer(former, consents, madeBy).map(
    ([id, reason]): NewLedgerEvent => ({ type: 'consent-invalidated', consentId: id, reason, actor }),
  );
  const restricted = followTo(seen, [former], { actor, at });
  const both = { former: bringing(former, listed.former), seen: bringing(seen, listed.seen) };
  const { toNew, toFormer, others, ...people } = await asOnePerson(ledger, access, both, { actor, at });
  // What follows has its place among the consents: a copy by way of the person would come before them, and be lifted.
  const comesOnce = (event: NewLedgerEvent): boolean =>
    event.type !== 'opposition-registered' || !opposed.some((each) => isSameAct(each, event));
  const changes = together([
    {
      ...contact,
      seen,
      events: [trace(contact.contactId), ...restricted.atTarget, ...toNew.filter(comesOnce), ...declared, ...follows],
      address: contact.deliverable,
    },
    { contactId, seen: former, events: [trace(contactId), ...ends, ...toFormer] },
    ...restricted.atSources,
    ...others,
  ]);
  const [standing = seen] = await appendToLedger(ledger, access, changes, { at, request, ...people });
  const again = new Set(former.givenBefore?.map(({ id }) => id));
  return {
    standing,
    recordedAt: at,
    oppositions: follows.length - consents.length,
    consents: consents.filter(({ id }) => !again.has(id)).length,
  };
};

/**
 * The consents that end at the former address, with why: those that followed; and where the address was wrong all, also those that await
 * their confirmation, since whoever agreed does not read it, but for those that were confirmed from there.
 */
const endedAtFormer = (
  former: Standing,
  followed: readonly Consent[],
  madeBy: AddressChange['madeBy'],
): readonly (readonly [id: Consent['id'], reason: string])[] => {
  if (madeBy === 'person') return followed.map(({ id }) => [id, FOLLOWED]);
  const ending = everyConsent(former).filter(
    (consent) => (consent.state === 'given' || consent.state === 'pending') && !isOfWhoReads(consent),
  );
  return ending.map(({ id }) => [id, CORRECTED]);
};

/** False for a copy, at the former address, of what the new one itself says, and still says after its last consent. */
const isNotFrom = ({ oppositions, consents }: Standing, former: ContactId): ((one: Opposition) => boolean) => {
  const lastConsent = Math.max(0, ...consents.map(({ seq }) => seq));
  const copied = new Set(oppositions.flatMap(({ id, seq }) => (seq > lastConsent ? [factIdOf(former, id)] : [])));
  return ({ id }) => !copied.has(id);
};

const withOthers = (own: readonly Opposition[], listed: readonly Opposition[]): Opposition[] => [
  ...own,
  ...listed.filter((each) => !own.some((one) => isSameAct(one, each))),
];

/** As they were recorded: a consent lifts what came before it, and never what came after, nor what is listed in its place (OPP-4). */
const inOrder = (oppositions: readonly Opposition[], consents: readonly Consent[]): readonly (Opposition | Consent)[] =>
  [...consents, ...oppositions].toSorted((a, b) => a.seq - b.seq);

/** What the new contact does not say itself: who agrees there is as old as they are, and of two ages the younger. */
const declaredAlso = (known: DeclaredFacts, seen: Standing, actor: OfContact['actor']): readonly NewLedgerEvent[] => {
  const declared = knownOfBoth(seen.declared, known);
  return canonicalJson(declared) === canonicalJson(seen.declared)
    ? []
    : [{ type: 'contact-declared', declared, actor }];
};
