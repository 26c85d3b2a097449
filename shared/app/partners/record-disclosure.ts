import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { contactNotFound } from '#shared/domain/failure.ts';
import type { ContactId, FactId } from '#shared/domain/ids.ts';
import { sharedFingerprints, sharedKeyIdOf, sharedKeyOf } from '#shared/domain/opposition/shared-fingerprint.ts';
import { endingsAtFormer } from '#shared/domain/partner/at-former.ts';
import type { Disclosure } from '#shared/domain/partner/disclosure.ts';
import { dueBy, type Ending, endingsIn, idsOfAct } from '#shared/domain/partner/what-is-due.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser, refuseFuture } from '../contacts/contact-of.ts';
import type { Address, Fingerprints } from '../contacts/fingerprints.port.ts';
import { followedBy, MOST_FOLLOWED_IN_PARTS, movesOfStanding } from '../contacts/whom-it-covers.ts';
import { withContact } from '../contacts/with-contact.ts';
import { takeForContact } from '../records/is-repeated.ts';
import type { Ledger, RequestHash } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { closeOne } from './close-notification.ts';
import type { Disclosures, PartnerNotifications } from './partner-records.port.ts';

export interface RecordDisclosure
  extends Pick<Disclosure, 'partner' | 'role' | 'disclosedAt'>,
    Partial<Pick<Disclosure, 'reference'>> {
  readonly access: AdvertiserAccess;
  readonly address: Address;
  /** The key that both hold, in hexadecimal; it is used here, and not stored with the disclosure. */
  readonly sharedKey: string;
  readonly request: RequestHash;
}

export interface RecordDisclosurePorts {
  readonly disclosures: Pick<Disclosures, 'keep'>;
  readonly notifications: Pick<PartnerNotifications, 'open' | 'get' | 'replace'>;
  readonly ledger: Pick<Ledger, 'readStanding' | 'glimpse' | 'takeRequest'>;
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly fingerprints: Fingerprints;
  readonly clock: Clock;
}

/** What a shared key in hexadecimal is called: it shows nothing of it. */
export const nameOfKey = (sharedKey: string): string => sharedKeyIdOf(sharedKeyOf(sharedKey));

/** What the partner may call the address: under each way to write it, the right one first. */
const namesAtPartner = (key: Uint8Array, address: Address): Pick<Disclosure, 'fingerprint' | 'otherFingerprints'> => {
  const [fingerprint = '', ...otherFingerprints] = sharedFingerprints(key, address);
  return { fingerprint, ...(otherFingerprints.length > 0 && { otherFingerprints }) };
};

/**
 * Records that data of a contact went to a partner, or came from one. The disclosure is stored before the standing is read, and an
 * act of the person before the stream looks for disclosures: of two that come at once, one sees the other, and the partner is to be notified.
 * Throws `advertiser-not-found`, `contact-not-found`, `invalid-request`, `idempotency-key-reused`, `stored-unreadable`.
 */
export const recordDisclosure = async (
  ports: RecordDisclosurePorts,
  { access, address, sharedKey, request, partner, role, disclosedAt, reference }: RecordDisclosure,
): Promise<Pick<Disclosure, 'id' | 'recordedAt'>> => {
  const key = sharedKeyOf(sharedKey);
  refuseFuture(ports.clock.now(), { '/disclosedAt': disclosedAt });
  await knownAdvertiser(ports.advertisers, access);
  return withContact(ports.fingerprints, access, address, async (contact) => {
    const { contactId, addressKind, deliverable } = contact;
    // A contact is found under whichever key of fingerprints; of an address that is none an opposition may come under another name.
    if ((await ports.ledger.readStanding(access, contactId)) === undefined) throw contactNotFound();
    const taken = { request: { ...request, requestId: `disclosure/${request.requestId}` }, at: ports.clock.now() };
    await takeForContact(ports.ledger, access, contact, taken);
    const stored = await ports.disclosures.keep(
      access,
      {
        id: factIdOf(contactId, `disclosure/${request.requestId}`),
        advertiserId: access.advertiserId,
        contactId,
        partner,
        role,
        disclosedAt,
        ...(reference === undefined ? {} : { reference }),
        recordedAt: ports.clock.now(),
        ...namesAtPartner(key, { kind: addressKind, value: deliverable }),
        keyId: sharedKeyIdOf(key),
      },
      request,
    );
    const found = await against(ports.ledger, access, stored);
    for (const { endings } of found)
      for (const ending of endings)
        for (const due of dueBy(ending, [stored])) await ports.notifications.open(access, due);
    for (const each of found) await closeAnnulled(ports, access, stored, each);
    return stored;
  });
};

/** What is in force at one contact, under the ids that its acts have or would have at the contact of the disclosure. */
interface InForce {
  readonly contactId: ContactId;
  readonly endings: readonly Ending[];
}

/**
 * Closes what an act made due that was annulled: after it was read, and before what it makes due was stored, so that whoever annulled it
 * found nothing to close. No other act was opened here, and no other is looked for.
 */
const closeAnnulled = async (
  { ledger, notifications, clock }: RecordDisclosurePorts,
  access: AdvertiserAccess,
  disclosure: Disclosure,
  { contactId, endings }: InForce,
): Promise<void> => {
  const acts = new Set(endings.map(({ act }) => act));
  if (acts.size === 0) return;
  for (const { type, recordId, recordedAt } of await ledger.glimpse.events(access, contactId)) {
    if (type !== 'record-annulled' || recordId === undefined) continue;
    const { contactId: own } = disclosure;
    const act = contactId === own ? (recordId as FactId) : factIdOf(own, recordId);
    if (!acts.has(act)) continue;
    const closing = { closedAt: recordedAt ?? clock.now(), because: 'annulled' } as const;
    for (const id of idsOfAct(act, [disclosure])) await closeOne(notifications, access, id, closing);
  }
};

/** What is in force against a disclosure: at its contact, and at those of the addresses that the person took since. */
const against = async (
  ledger: RecordDisclosurePorts['ledger'],
  access: AdvertiserAccess,
  disclosure: Disclosure,
): Promise<readonly InForce[]> => {
  const own = await ledger.readStanding(access, disclosure.contactId);
  const standings = new Map([[disclosure.contactId, own]]);
  const followed = await followedBy(
    ledger,
    access,
    disclosure.contactId,
    async (each) => {
      if (!standings.has(each)) standings.set(each, await ledger.readStanding(access, each));
      return movesOfStanding(standings.get(each));
    },
    MOST_FOLLOWED_IN_PARTS,
  );
  const later = followed.flatMap((contactId) => {
    const standing = standings.get(contactId);
    return standing === undefined ? [] : [{ contactId, endings: endingsAtFormer(standing, disclosure, own) }];
  });
  const endings = own === undefined ? [] : endingsIn(own, disclosure);
  return [{ contactId: disclosure.contactId, endings }, ...later];
};
