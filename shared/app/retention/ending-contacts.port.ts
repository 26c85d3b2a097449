import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, ContactId, Instant } from '#shared/domain/ids.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Person } from '../records/ledger.port.ts';

/** All that is stored of a contact, but for its address: nothing here decrypts. */
export interface StoredContact {
  readonly standing?: {
    readonly standing: Standing;
    /** The position where its present life begins. */
    readonly chainStart: number;
    /** True: TTL has only to delete it. */
    readonly isExpired: boolean;
    /** When TTL deletes it, in seconds since 1970; `undefined`: never. */
    readonly expiresAt?: number | undefined;
    /** True: more is stored beside the standing, an address or a key. */
    readonly hasAddress: boolean;
  };
  /** Oldest first, those from before an expiry too, but for those that are in the archive. */
  readonly events: readonly LedgerEvent[];
  /** The last position that went to the archive with those before it, and until when these are kept there. */
  readonly archived?: { readonly upTo: number; readonly until: Instant } | undefined;
}

/** What removes contacts. Each is done whole or not at all; false: somebody wrote meanwhile, and nothing is done. */
export interface EndingContacts {
  /** Throws `stored-unreadable`, `dependency-unavailable`. */
  read(access: AdvertiserAccess, contactId: ContactId): Promise<StoredContact>;
  /** Deletes a standing that holds no opposition, with its profile. */
  remove(access: AdvertiserAccess, standing: Standing): Promise<boolean>;
  /** A standing that TTL would delete too early goes later, or never where that is `undefined`; in seconds since 1970. */
  prolong(access: AdvertiserAccess, standing: Standing, expiresAt: number | undefined): Promise<boolean>;
  /** Leaves of an opposed contact what must remain: neither address nor key nor profile. Its timeline begins again. */
  reduce(access: AdvertiserAccess, seen: Standing, reduced: Standing): Promise<boolean>;
  /** Deletes the oldest events, some at a time. `live`: of a contact in use, whose timeline then begins after them. */
  removeEvents(
    access: AdvertiserAccess,
    contactId: ContactId,
    events: readonly LedgerEvent[],
    live?: { readonly seq: number; readonly chainStart: number },
  ): Promise<boolean>;
  /**
   * Moves events that nothing is in use of to the archive, the oldest first, some at a time: each is there, and what it said under its contact is not, or
   * neither. `endedAt`: from when its term runs. Throws `dependency-unavailable`.
   */
  archiveEvents(
    access: AdvertiserAccess,
    contactId: ContactId,
    events: readonly LedgerEvent[],
    term: { readonly endedAt: Instant; readonly until: Instant },
  ): Promise<boolean>;
  /** What remains of a person without this contact, as long as that is gone; or nothing, nor of those that lead to it. */
  leavePerson(
    access: AdvertiserAccess,
    contactId: ContactId,
    before: Person,
    after: Omit<Person, 'lock'> | { readonly leads: readonly Person[] },
  ): Promise<boolean>;
}

/** A contact to look at again. */
export interface ExpiryEntry {
  readonly advertiserId: AdvertiserId;
  readonly contactId: ContactId;
}

/** Contacts by the day, in UTC, on which something of them ends. */
export interface ExpiryList {
  /** Tomorrow at the earliest, and never a day that a walk may have passed. */
  put(entry: ExpiryEntry, endsAt: Instant): Promise<void>;
  /** Days before today that have entries, the oldest first. */
  pastDays(): Promise<readonly string[]>;
  /** Pages of a day until none is left; each is removed once the caller asks for the next one. */
  walk(day: string): AsyncGenerator<readonly ExpiryEntry[]>;
}
