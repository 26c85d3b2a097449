import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { BegunErasure } from '#shared/domain/ledger/erasure.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';

/** Idempotency (docs/access-patterns.md): the hash of a creating request, stored with what it creates. */
export interface RequestHash {
  /** Hash of advertiser, Idempotency-Key and index. */
  readonly requestId: string;
  /** SHA-256 of the request's canonical body. */
  readonly bodySha256: string;
}

/** What is known of a request that was stored: the contact that it was first written to, and the hash of its body. */
export interface StoredRequest extends Pick<RequestHash, 'bodySha256'> {
  readonly contactId: ContactId;
}

/** One contact's new events, and the standing they lead to (`appendToLedger` computes it). */
export interface LedgerWrite {
  readonly contactId: ContactId;
  /** What the same address is called under other keys: a new contact is stored only where none of these is one. */
  readonly otherIds?: readonly ContactId[] | undefined;
  /** Position of the standing that the events were decided on; 0 for a new contact. */
  readonly seenSeq: number;
  readonly events: readonly LedgerEvent[];
  readonly standing: Standing;
  /** The address to keep, in clear (the store encrypts it); absent: unchanged. */
  readonly address?: string | undefined;
  /**
   * The contact is erased so, under this id: its address and its key leave the standing for the erasure, which keeps them until it is
   * done, and its timeline begins with the first of these events.
   */
  readonly erases?: BegunErasure | undefined;
}

/**
 * An opposition at a contact of which not everything can be read: it is put beside the rest, which stays as it is. The
 * standing no longer expires.
 */
export interface WriteBeside {
  readonly contactId: ContactId;
  readonly events: readonly LedgerEvent[];
  readonly opposition: Opposition;
}

/** What is written in the same transaction. */
export interface AppendedWith {
  /** When the events are recorded. */
  readonly at: Instant;
  /** The person's item as it was read, and as it becomes; a new one only where none is stored under the other names. */
  readonly person?:
    | {
        readonly before: Person;
        readonly after: Omit<Person, 'lock'>;
        readonly others?: readonly string[] | undefined;
        /** The items of those that it is one human with, while a merge is not complete. */
        readonly alike?: readonly { readonly before: Person; readonly after: Omit<Person, 'lock'> }[] | undefined;
      }
    | undefined;
  /** The item of another person, that a contact leaves or that leads no more to this one, as it was read, and as it becomes. */
  readonly leaves?: { readonly before: Person; readonly after: Omit<Person, 'lock'> } | undefined;
  /** The person's item, of which not everything can be read: the opposition is put beside the rest. */
  readonly personBeside?: { readonly person: string; readonly opposition: Opposition } | undefined;
  readonly request?: RequestHash | undefined;
}

export type AppendOutcome =
  | 'written'
  /** Nothing was written: the same request was stored before, with the same body. */
  | 'repeated'
  /**
   * Nothing was written: the contact has events after the position of its standing, from before its expiry or because the
   * standing is damaged (`lastPosition`).
   */
  | 'positions-taken';

/** The contacts of one human at one advertiser (D1). */
export interface Person {
  readonly person: string;
  readonly contacts: readonly ContactId[];
  /** Oppositions that a contact linked later inherits. */
  readonly oppositions: readonly Opposition[];
  /** The person that this one was merged into: its reference leads there. */
  readonly mergedInto?: string | undefined;
  /** Those that lead here, directly or by another. */
  readonly merged?: readonly string[] | undefined;
  /** Optimistic lock; 0 for a new person. */
  readonly lock: number;
}

/** What can be read of an event, whatever else it holds. */
export interface GlimpsedEvent {
  readonly seq: number;
  readonly id?: string | undefined;
  readonly type?: string | undefined;
  readonly recordedAt?: Instant | undefined;
  /** Of `address-changed`. */
  readonly from?: string | undefined;
  readonly to?: ContactId | undefined;
  /** Of `address-changed`. */
  readonly madeBy?: string | undefined;
  /** Of `record-annulled`. */
  readonly recordId?: string | undefined;
  /** Of `contact-erased`. */
  readonly formerly?: readonly ContactId[] | undefined;
  /** Of `person-linked`. */
  readonly person?: string | undefined;
  /** Of `consent-given`. */
  readonly consent?: Pick<Consent, 'channels' | 'purpose'> | undefined;
  /** Of `consent-given`: when, also where it was recorded later. */
  readonly givenAt?: Instant | undefined;
}

/** What can be read of a contact, whatever else it holds: enough to write an opposition beside the rest. */
export interface GlimpsedContact {
  /** False: no standing is stored, or it has expired. */
  readonly isThere: boolean;
  /** Position of its last event ever; 0 for none. */
  readonly position: number;
  readonly person?: string | undefined;
  /** The contacts of the addresses that the person took since, or that they cannot be read. */
  readonly movedTo?: readonly ContactId[] | 'unreadable' | undefined;
}

/** Reads that no stored item can make fail; the store itself may be away. */
export interface Glimpses {
  contact(access: AdvertiserAccess, contactId: ContactId): Promise<GlimpsedContact>;
  /** Oldest first, those from before an expiry too. */
  events(access: AdvertiserAccess, contactId: ContactId): Promise<readonly GlimpsedEvent[]>;
  /** The contacts of a person; `isWhole` is false where some of them, or all, cannot be read. */
  contactsOf(
    access: AdvertiserAccess,
    person: string,
  ): Promise<{ readonly contacts: readonly ContactId[]; readonly isWhole: boolean }>;
}

/** Whatever is stored and cannot be read throws `stored-unreadable`, but for `glimpse`. */
export interface Ledger {
  readonly glimpse: Glimpses;
  /** Strongly consistent; `undefined` for an unknown contact. Expired standings are never returned. */
  readStanding(access: AdvertiserAccess, contactId: ContactId): Promise<Standing | undefined>;
  readPerson(access: AdvertiserAccess, person: string): Promise<Person | undefined>;
  /**
   * Writes events, standings, the person (if nobody wrote it since) and the request hash in one transaction: all or
   * nothing. Throws `concurrentChange` when a standing or the person changed since, `namedOtherwise` when a new contact is
   * one under another of its ids, `idempotencyKeyReused` when the
   * request was stored with another body, `personTooLarge` when the transaction has too many items.
   */
  append(
    access: AdvertiserAccess,
    writes: readonly (LedgerWrite | WriteBeside)[],
    more: AppendedWith,
  ): Promise<AppendOutcome>;
  /** Bytes that a standing takes in the store, with its encrypted address and its keys. */
  bytesOf(standing: Standing): number;
  /** Position of the contact's last event ever, also before it expired; 0 for none. */
  lastPosition(access: AdvertiserAccess, contactId: ContactId): Promise<number>;
  /** The stored request of a created thing, or `undefined`. */
  findRequest(access: AdvertiserAccess, requestId: string): Promise<StoredRequest | undefined>;
  /** Stores a request for a contact, with nothing else, unless one is stored under its name. Resolves to the one that is. */
  takeRequest(
    access: AdvertiserAccess,
    contactId: ContactId,
    request: RequestHash,
    at: Instant,
  ): Promise<StoredRequest>;
  /**
   * The contact's events, oldest first: its timeline, which begins again where the contact had expired; `ever`: those from before an
   * expiry too, until the sweep moves them to the archive (`FormerEvents`).
   */
  listEvents(access: AdvertiserAccess, contactId: ContactId, since?: 'ever'): Promise<readonly LedgerEvent[]>;
}
