import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { normaliseAddress } from '#shared/domain/contact/address.ts';
import { advertiserNotFound, invalidRequest } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { emptyStanding, type Standing } from '#shared/domain/ledger/standing.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import type { Ledger } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { Address, Fingerprints } from './fingerprints.port.ts';

/** A contact as a caller names it: by an address, kept only as a fingerprint and, encrypted, to write to. */
export interface NamedContact {
  readonly contactId: ContactId;
  readonly addressKind: Address['kind'];
  /** Normalised, as a provider is given it. */
  readonly deliverable: string;
  /** What it is called under other keys; absent: no others are known. */
  readonly otherIds?: readonly ContactId[] | undefined;
  /** Other contacts of the same address; absent: none. */
  readonly twinIds?: readonly ContactId[] | undefined;
}

/** Finds the contact of an address. Throws `invalid-request` pointing at it when it is none. */
export const contactOf = async (
  fingerprints: Fingerprints,
  access: AdvertiserAccess,
  address: Address,
): Promise<NamedContact> => {
  const { deliverable } = normaliseAddress(address, `/contact/${address.kind}`);
  const found = await fingerprints.find(access, { kind: address.kind, value: deliverable });
  return { ...found, addressKind: address.kind, deliverable };
};

/** The settings of the advertiser. Throws `advertiser-not-found` before any were stored. */
export const knownAdvertiser = async (
  advertisers: Pick<Advertisers, 'get'>,
  access: AdvertiserAccess,
): Promise<Advertiser> => {
  const advertiser = await advertisers.get(access);
  if (!advertiser) throw advertiserNotFound();
  return advertiser;
};

/** What it has now; empty for a new contact. The kind is that of the address just named. */
export const standingNow = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  { contactId, addressKind }: Pick<NamedContact, 'contactId' | 'addressKind'>,
  at: Instant,
): Promise<Standing> => {
  const standing = await ledger.readStanding(access, contactId);
  if (standing) return { ...standing, addressKind };
  return emptyStanding({ advertiserId: access.advertiserId, contactId, addressKind }, at);
};

/** Clocks of callers may be this far ahead of ours. */
const TOLERANCE_MS = 5 * 60_000;

/** Facts are of the past (D23). Throws `invalid-request` pointing at each that is further ahead than clocks differ. */
export const refuseFuture = (now: Instant, times: Readonly<Record<string, Instant | undefined>>): void => {
  const latest = millisecondsOf(now) + TOLERANCE_MS;
  const faults = Object.entries(times)
    .filter(([, time]) => time !== undefined && millisecondsOf(time) > latest)
    .map(([pointer]) => ({ pointer, detail: 'in the future' }));
  if (faults.length > 0) throw invalidRequest(faults);
};
