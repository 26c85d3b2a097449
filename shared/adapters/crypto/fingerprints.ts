import type { Address, Fingerprints } from '#shared/app/contacts/fingerprints.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { normaliseAddress } from '#shared/domain/contact/address.ts';
import { contactIdFrom, personFrom } from '#shared/domain/contact/fingerprint.ts';
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
  /** What an address is called under each key, the oldest first. */
  idsOf(advertiserId: AdvertiserId, address: Address): readonly ContactId[];
  /** The address of a contact has no other name than this one. */
  isOnlyName(contactId: ContactId): boolean;
}

const mustLook = (): never => {
  throw new Error('several keys are known: what is stored must be looked at');
};
const UNKNOWN: StoredNames = { isContact: mustLook, hasContact: mustLook, hasPerson: mustLook };

/**
 * The oldest name of the first kind of things that are stored under any, or the one under the current key. With one key alone nothing is
 * read.
 */
const found = async <N extends string>(
  names: ReadonlyMap<number, N>,
  current: number,
  kinds: readonly ((name: N) => Promise<boolean>)[],
): Promise<{ readonly name: N; readonly others: readonly N[] }> => {
  const all = [...names.values()];
  const name = (all.length === 1 ? all[0] : await oldestOf(all, kinds)) ?? names.get(current);
  if (name === undefined) throw new Error('no key is current');
  return { name, others: all.filter((each) => each !== name) };
};

const oldestOf = async <N>(
  all: readonly N[],
  kinds: readonly ((name: N) => Promise<boolean>)[],
): Promise<N | undefined> => {
  for (const isStored of kinds) {
    const answers = await Promise.all(all.map(isStored));
    const oldest = all.find((_, index) => answers[index]);
    if (oldest !== undefined) return oldest;
  }
  return undefined;
};

/** Fingerprints under the text of the fingerprint secret. Throws for a secret that holds no current key. */
export const fingerprintsOf = (secret: string, stored: StoredNames = UNKNOWN): KeyedNames => {
  const ring = keyRingOf(secret);
  const keyOf = (version: number) => ({ version, material: requireMaterial(ring, version) });
  const idUnder = (version: number, advertiserId: AdvertiserId, address: Address) =>
    contactIdFrom(keyOf(version), advertiserId, normaliseAddress(address).fingerprinted);
  const namesUnderAll = <N>(nameUnder: (version: number) => N): ReadonlyMap<number, N> =>
    new Map(ring.versions.map((version) => [version, nameUnder(version)]));
  return {
    isOnlyName: (contactId) => ring.versions.length === 1 && contactId.startsWith(`v${ring.current}n`),
    contactIdOf: (advertiserId, address) => idUnder(ring.current, advertiserId, address),
    personOf: (advertiserId, personRef) => personFrom(keyOf(ring.current), advertiserId, personRef),
    idsOf: (advertiserId, address) => ring.versions.map((version) => idUnder(version, advertiserId, address)),
    find: async (access, address) => {
      const names = namesUnderAll((version) => idUnder(version, access.advertiserId, address));
      // A contact comes before what is left of one: else nothing could be written to the contact that there is.
      const { name, others } = await found(names, ring.current, [
        (each) => stored.isContact(access, each),
        (each) => stored.hasContact(access, each),
      ]);
      return { contactId: name, otherIds: others };
    },
    findPerson: async (access, personRef) => {
      const names = namesUnderAll((version) => personFrom(keyOf(version), access.advertiserId, personRef));
      const { name, others } = await found(names, ring.current, [(each) => stored.hasPerson(access, each)]);
      return { person: name, others };
    },
  };
};
