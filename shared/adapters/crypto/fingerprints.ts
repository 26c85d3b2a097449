import type { Address, Fingerprints } from '#shared/app/contacts/fingerprints.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { normaliseAddress } from '#shared/domain/contact/address.ts';
import { contactIdFrom, personFrom } from '#shared/domain/contact/fingerprint.ts';
import { spellingsOf } from '#shared/domain/contact/phone/national-number.ts';
import type { AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import { keyRingOf, requireMaterial } from './key-ring.ts';

/** What is stored under a name. Strongly consistent; what cannot be read throws. */
export interface StoredNames {
  /** A contact is stored there: one that a new contact of the same address may not be stored beside. */
  isContact(access: AdvertiserAccess, contactId: ContactId): Promise<boolean>;
  /** Anything at all, also what an expiry left, or a message to an address that was no contact. */
  hasContact(access: AdvertiserAccess, contactId: ContactId): Promise<boolean>;
  hasPerson(access: AdvertiserAccess, person: string): Promise<boolean>;
}

/** Names under the keys of a secret, without a look at what is stored. */
export interface KeyedNames extends Fingerprints {
  /** What a contact is called that is stored nowhere yet. */
  contactIdOf(advertiserId: AdvertiserId, address: Address): ContactId;
  personOf(advertiserId: AdvertiserId, personRef: string): string;
  /** What an address is called under each key, the oldest first; a telephone number in each way in which it may have been written. */
  idsOf(advertiserId: AdvertiserId, address: Address): readonly ContactId[];
  /** No address of this kind has another name than this one: of a telephone number that is not certain, since one of overseas has two spellings. */
  isOnlyName(contactId: ContactId, kind: Address['kind']): boolean;
}

const mustLook = (): never => {
  throw new Error('several keys are known: what is stored must be looked at');
};
const UNKNOWN: StoredNames = { isContact: mustLook, hasContact: mustLook, hasPerson: mustLook };

/** The name of what is stored, what else it may be called, and under which of these others the same is stored as well. */
interface Found<N> {
  readonly name: N;
  readonly others: readonly N[];
  readonly twins: readonly N[];
}

/**
 * The oldest name of the first kind of things that are stored under any, or the one under the current key. Where there is one name alone nothing is
 * read.
 */
const found = async <N extends string>(
  all: readonly N[],
  current: N | undefined,
  kinds: readonly ((name: N) => Promise<boolean>)[],
): Promise<Found<N>> => {
  const stored = all.length === 1 ? all : await storedUnder(all, kinds);
  const [name = current, ...twins] = stored;
  if (name === undefined) throw new Error('no key is current');
  return { name, others: all.filter((each) => each !== name), twins };
};

const storedUnder = async <N>(
  all: readonly N[],
  kinds: readonly ((name: N) => Promise<boolean>)[],
): Promise<readonly N[]> => {
  for (const isStored of kinds) {
    const answers = await Promise.all(all.map(isStored));
    const names = all.filter((_, index) => answers[index]);
    if (names.length > 0) return names;
  }
  return [];
};

/** What fingerprints are made of: of a telephone number each way in which it may have been written, the right one first. */
const textsOf = (address: Address): readonly string[] => {
  const { fingerprinted } = normaliseAddress(address);
  return address.kind === 'phone' ? spellingsOf(fingerprinted) : [fingerprinted];
};

/** Fingerprints under the text of the fingerprint secret. Throws for a secret that holds no current key. */
export const fingerprintsOf = (secret: string, stored: StoredNames = UNKNOWN): KeyedNames => {
  const ring = keyRingOf(secret);
  const keyOf = (version: number) => ({ version, material: requireMaterial(ring, version) });
  const idsUnder = (versions: readonly number[], advertiserId: AdvertiserId, address: Address) =>
    textsOf(address).flatMap((text) => versions.map((version) => contactIdFrom(keyOf(version), advertiserId, text)));
  const contactIdOf: KeyedNames['contactIdOf'] = (advertiserId, address) => {
    const [id] = idsUnder([ring.current], advertiserId, address);
    if (id === undefined) throw new Error('an address has a name');
    return id;
  };
  return {
    isOnlyName: (contactId, kind) =>
      kind !== 'phone' && ring.versions.length === 1 && contactId.startsWith(`v${ring.current}n`),
    contactIdOf,
    personOf: (advertiserId, personRef) => personFrom(keyOf(ring.current), advertiserId, personRef),
    idsOf: (advertiserId, address) => idsUnder(ring.versions, advertiserId, address),
    find: async (access, address) => {
      const names = idsUnder(ring.versions, access.advertiserId, address);
      // A contact comes before what is left of one: else nothing could be written to the contact that there is.
      const { name, others, twins } = await found(names, contactIdOf(access.advertiserId, address), [
        (each) => stored.isContact(access, each),
        (each) => stored.hasContact(access, each),
      ]);
      return { contactId: name, otherIds: others, ...(twins.length > 0 ? { twinIds: twins } : {}) };
    },
    findPerson: async (access, personRef) => {
      const nameUnder = (version: number) => personFrom(keyOf(version), access.advertiserId, personRef);
      const names = ring.versions.map(nameUnder);
      const { name, others } = await found(names, nameUnder(ring.current), [(each) => stored.hasPerson(access, each)]);
      return { person: name, others };
    },
  };
};
