import type { AddressKind } from '#shared/channels/record.ts';
import { namesSeenOf } from '#shared/domain/advertiser/advertiser.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { whoIsMeant } from '#shared/domain/advertiser/who-is-meant.ts';
import { allOf, settleAtMost } from '#shared/domain/at-most.ts';
import { pastedAddress, type TypedAddress } from '#shared/domain/contact/typed-address.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { CHANNELS, recordOf } from '#shared/domain/message/channel.ts';
import { readAbroad } from '#shared/domain/opposition/read-abroad.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import type { Clock } from '../clock.port.ts';
import type { NamedContact } from '../contacts/contact-of.ts';
import type { Fingerprints } from '../contacts/fingerprints.port.ts';
import { withContact } from '../contacts/with-contact.ts';
import type { Pause } from '../pause.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { AdvertiserList } from './advertiser-list.port.ts';
import { registerOpposition } from './register-opposition.ts';

/** What a person typed on the page. */
export interface OpposeByAddress {
  /** An e-mail address, in the field for it, and a telephone number; either may be in the other's field, and one of the two is enough. */
  readonly address: string;
  readonly phone: string;
  /** Who wrote, as the person says it; empty: everybody. */
  readonly sender: string;
}

/** A field for what is opposed. */
export type TypedField = 'address' | 'phone';

/** What became of the fields that are not empty; no field in either list: both are empty. */
export interface ReadFields {
  /** What was typed here is recorded. */
  readonly recorded: readonly TypedField[];
  /** What was typed here is no address; nothing is recorded of it. */
  readonly unread: readonly TypedField[];
}

export interface OpposeByAddressPorts {
  readonly ledger: Ledger;
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly advertiserList: AdvertiserList;
  readonly fingerprints: Fingerprints;
  readonly clock: Clock;
  readonly pause: Pause;
}

/** Advertisers that are read or written at the same time. */
const AT_ONCE = 20;

/** The advertisers meant by the name typed, everyone where nothing was; one whose names cannot be read is meant. */
const addressees = async (ports: OpposeByAddressPorts, sender: string): Promise<readonly AdvertiserId[]> => {
  const everyone = await ports.advertiserList.all();
  if (sender.trim() === '') return everyone;
  const read = await settleAtMost(AT_ONCE, everyone, (advertiserId) => ports.advertisers.get(admit(advertiserId)));
  const named = everyone.map((advertiserId, index) => {
    const settled = read[index];
    const advertiser = settled?.status === 'fulfilled' ? settled.value : undefined;
    return { advertiserId, names: advertiser && namesSeenOf(advertiser) };
  });
  return whoIsMeant(sender, named);
};

const channelsTo = (kind: AddressKind) => CHANNELS.filter((channel) => recordOf(channel).address === kind);

const register = (ports: OpposeByAddressPorts, advertiserId: AdvertiserId, address: TypedAddress) =>
  withContact(ports.fingerprints, admit(advertiserId), address, (contact) =>
    registerAt(ports, advertiserId, contact, address.kind),
  );

const registerAt = (
  ports: OpposeByAddressPorts,
  advertiserId: AdvertiserId,
  { contactId, otherIds, twinIds }: NamedContact,
  addressKind: AddressKind,
) => {
  const act = sha256Of(`typed-address/${contactId}`);
  return registerOpposition(ports, {
    access: admit(advertiserId),
    contactId,
    otherIds,
    twinIds,
    addressKind,
    of: { scope: 'channel', channels: channelsTo(addressKind) },
    // No evidence: a hash of what was typed is a hash of an address, and the same at every advertiser (P7, P9).
    via: 'typed-address',
    // No message says what it answers: relational ones end as well.
    coversRelational: true,
    requestId: act,
    bodySha256: act,
    actor: { by: 'person' },
  });
};

/** Something is recorded of it; in doubt, where that cannot be read. */
const isKnown = async (
  { fingerprints, ledger }: OpposeByAddressPorts,
  advertiserId: AdvertiserId,
  address: TypedAddress,
): Promise<boolean> => {
  const { contactId } = await fingerprints.find(admit(advertiserId), address);
  const found = await ledger.readStanding(admit(advertiserId), contactId).catch((error: unknown) => {
    if (isUnreadable(error)) return 'unreadable';
    throw error;
  });
  return found !== undefined;
};

/**
 * What ten digits mean beside a French number is opposed where the advertiser knows it: it may have written there, and of a number that it does not
 * know nobody asked anything.
 */
const registerKnown = async (ports: OpposeByAddressPorts, advertiserId: AdvertiserId, abroad: TypedAddress) => {
  if (await isKnown(ports, advertiserId, abroad)) await register(ports, advertiserId, abroad);
};

/** Every address that one field means: of ten digits, those of neighbours as well, which are opposed where they are known. */
interface Meant {
  readonly address: TypedAddress;
  readonly abroad: readonly TypedAddress[];
}

const meantBy = (text: string): Meant | undefined => {
  const address = pastedAddress(text);
  return address && { address, abroad: readAbroad(text) };
};

const FIELDS: readonly TypedField[] = ['address', 'phone'];

/**
 * Registers the opposition of a person who has no link at hand: all channels that reach each address typed, for that
 * address alone, at the advertiser named or at all. Ten digits that are a mobile number of a neighbour, too, are that one as well, where it is known. It says nothing of whom it found: whoever asks may be anybody. What
 * cannot be read in one field keeps nobody from what is in the other (P2): the answer says which is recorded. The same again is the same
 * opposition. Throws the first failure when not all could be recorded: one advertiser stops no other, and what was recorded
 * stays.
 */
export const opposeByAddress = async (ports: OpposeByAddressPorts, typed: OpposeByAddress): Promise<ReadFields> => {
  const read = FIELDS.filter((field) => typed[field].trim() !== '').map((field) => ({
    field,
    meant: meantBy(typed[field]),
  }));
  const fieldsOf = (isRead: boolean) =>
    read.filter(({ meant }) => (meant !== undefined) === isRead).map(({ field }) => field);
  const answer = { recorded: fieldsOf(true), unread: fieldsOf(false) };
  if (answer.recorded.length === 0) return answer;
  const all = read.flatMap(({ meant }) => meant ?? []);
  const meant = await addressees(ports, typed.sender);
  const registerAll = async (advertiserId: AdvertiserId): Promise<void> => {
    const registering = all.flatMap(({ address, abroad }) => [
      register(ports, advertiserId, address),
      ...abroad.map((each) => registerKnown(ports, advertiserId, each)),
    ]);
    allOf(await Promise.allSettled(registering));
  };
  allOf(await settleAtMost(AT_ONCE, meant, registerAll));
  return answer;
};
