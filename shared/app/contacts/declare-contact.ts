import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import { contactErased } from '#shared/domain/contact/contact-erased.ts';
import { isGeneralAddress } from '#shared/domain/contact/general-address.ts';
import { invalidRequest } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { canonicalJson } from '#shared/domain/ledger/canonical.ts';
import { declaredThen } from '#shared/domain/ledger/declaration.ts';
import { isErased } from '#shared/domain/ledger/erased.ts';
import type { Actor, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Clock } from '../clock.port.ts';
import type { Pause } from '../pause.port.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import { isRepeated } from '../records/is-repeated.ts';
import type { Ledger, RequestHash } from '../records/ledger.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { knownAdvertiser, type NamedContact, refuseFuture, standingNow } from './contact-of.ts';
import type { Address, Fingerprints } from './fingerprints.port.ts';
import { declareAlike } from './known-of-the-human.ts';
import { linkToPerson } from './link-to-person.ts';
import { refuseOtherZone } from './other-zone.ts';
import { withContact } from './with-contact.ts';

export interface DeclareContact {
  readonly access: AdvertiserAccess;
  readonly address: Address;
  readonly declared: DeclaredFacts;
  /** The advertiser's own reference of the human behind the contact (D1). */
  readonly personRef?: string | undefined;
  /** The address is to be kept, with a key that encrypts it, even where all else is known. */
  readonly keepsAddress?: boolean | undefined;
  readonly actor: Actor;
  /** Of an item of a batch: done once, however often the batch is sent. */
  readonly request?: RequestHash | undefined;
}

export interface DeclaredContact {
  readonly contactId: ContactId;
  readonly standing: Standing;
  readonly recordedAt: Instant;
  /** The same request was done before. */
  readonly isRepeated?: true;
}

export interface DeclarePorts {
  readonly pause: Pause;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly advertisers: Advertisers;
  readonly fingerprints: Fingerprints;
}

/** Else the same agreement, put again, would be later than its end. */
const refuseEndBeforeAgreement = ({ testsAgreed }: DeclaredFacts): void => {
  if (testsAgreed?.endedAt !== undefined && testsAgreed.endedAt < testsAgreed.agreedAt)
    throw invalidRequest([{ pointer: '/testsAgreed/endedAt', detail: 'before agreedAt' }]);
};

/**
 * Declares facts about a contact and links it to a person, in one transaction. Linking spreads oppositions both ways and
 * never a basis (D1). What is known of the human, their age and where they live, is then declared at the other contacts of the person. What is declared already is not written again. Throws `advertiser-not-found`, `person-too-large`, `contact-erased`,
 * and `invalid-request` when the contact is linked to another person, or its zone is that of no place or in other letters.
 */
export const declareContact = async (ports: DeclarePorts, command: DeclareContact): Promise<DeclaredContact> => {
  const { access, declared } = command;
  refuseFuture(ports.clock.now(), {
    '/lastActAt': declared.lastActAt,
    '/trackingNotice/givenAt': declared.trackingNotice?.givenAt,
    '/parentalConsent/agreedAt': declared.parentalConsent?.agreedAt,
    '/profession/noticeGivenAt': declared.profession?.noticeGivenAt,
    '/profession/refusalOfferedAt': declared.profession?.refusalOfferedAt,
    '/testsAgreed/agreedAt': declared.testsAgreed?.agreedAt,
    '/testsAgreed/endedAt': declared.testsAgreed?.endedAt,
    '/agreedCall/agreedAt': declared.agreedCall?.agreedAt,
    '/profession/source/collectedAt': declared.profession?.source?.collectedAt,
  });
  refuseEndBeforeAgreement(declared);
  refuseOtherZone(declared);
  await knownAdvertiser(ports.advertisers, access);
  return withContact(ports.fingerprints, access, command.address, async (contact) => {
    const patience = { pause: ports.pause, seed: command.request?.requestId ?? contact.contactId };
    const known = await retryOnConflict(() => declare(ports, command, contact), patience);
    // What is sent again is not said now: others may have said otherwise since.
    const said = known.isRepeated === true ? {} : declared;
    await declareAlike(ports, access, known.standing, { said, actor: command.actor });
    return known;
  });
};

const declare = async (
  ports: DeclarePorts,
  command: DeclareContact,
  contact: NamedContact,
): Promise<DeclaredContact> => {
  const { access, actor, personRef } = command;
  const at = ports.clock.now();
  const seen = await standingNow(ports.ledger, access, contact, at);
  if (command.request && (await isRepeated(ports.ledger, access, contact, command.request)))
    return { contactId: contact.contactId, standing: seen, recordedAt: at, isRepeated: true };
  if (isErased(seen)) throw contactErased();
  const person = personRef === undefined ? undefined : await ports.fingerprints.findPerson(access, personRef);
  const saying = { ...seen, declared: declaredThen(seen.declared, command.declared) };
  const link = await linkToPerson(ports.ledger, access, saying, person, { actor, at, said: command.declared });
  const events = [...declaration(seen, command, contact.deliverable), ...link.events];
  if (events.length === 0) return { contactId: contact.contactId, standing: seen, recordedAt: at };
  const { contactId, otherIds, deliverable } = contact;
  const write = { contactId, otherIds, seen, events, address: deliverable };
  const [standing = seen] = await appendToLedger(ports.ledger, access, [write, ...link.others], {
    at,
    person: link.person,
    request: command.request,
  });
  return { contactId: contact.contactId, standing, recordedAt: at };
};

/** The declaration, unless the contact exists, all of it is known, and its address need not be kept. */
const declaration = (
  seen: Standing,
  { declared, keepsAddress, actor }: DeclareContact,
  address: string,
): readonly NewLedgerEvent[] => {
  const whole = declaredThen(seen.declared, declared);
  // Of nobody else does it say anything.
  const isNoted = whole.organisation !== undefined && isGeneralAddress(address, whole);
  const noted = isNoted ? { isGeneralAddress: true as const } : {};
  const isKnown =
    canonicalJson(whole) === canonicalJson(seen.declared) &&
    (noted.isGeneralAddress === undefined || seen.isGeneralAddress === true);
  return seen.seq > 0 && isKnown && keepsAddress !== true
    ? []
    : [{ type: 'contact-declared', declared, ...noted, actor }];
};
