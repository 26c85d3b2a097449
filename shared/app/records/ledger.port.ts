import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
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
  /** Position of the standing that the events were decided on; 0 for a new contact. */
  readonly seenSeq: number;
  readonly events: readonly LedgerEvent[];
  readonly standing: Standing;
  /** The address to keep, in clear (the store encrypts it); absent: unchanged. */
  readonly address?: string | undefined;
}

/** What is written in the same transaction. */
export interface AppendedWith {
  /** When the events are recorded. */
  readonly at: Instant;
  /** The person's item as it was read, and as it becomes. */
  readonly person?: { readonly before: Person; readonly after: Omit<Person, 'lock'> } | undefined;
  readonly request?: RequestHash | undefined;
}

export type AppendOutcome =
  | 'written'
  /** Nothing was written: the same request was stored before, with the same body. */
  | 'repeated'
  /** Nothing was written: the contact is new, but has events from before its expiry (`lastPosition`). */
  | 'positions-taken';

/** The contacts of one human at one advertiser (D1). */
export interface Person {
  readonly person: string;
  readonly contacts: readonly ContactId[];
  /** Oppositions that a contact linked later inherits. */
  readonly oppositions: readonly Opposition[];
  /** Optimistic lock; 0 for a new person. */
  readonly lock: number;
}

export interface Ledger {
  /** Strongly consistent; `undefined` for an unknown contact. Expired standings are never returned. */
  readStanding(access: AdvertiserAccess, contactId: ContactId): Promise<Standing | undefined>;
  readPerson(access: AdvertiserAccess, person: string): Promise<Person | undefined>;
  /**
   * Writes events, standings, the person (if nobody wrote it since) and the request hash in one transaction: all or
   * nothing. Throws `concurrentChange` when a standing or the person changed since, `idempotencyKeyReused` when the
   * request was stored with another body, `personTooLarge` when the transaction has too many items.
   */
  append(access: AdvertiserAccess, writes: readonly LedgerWrite[], more: AppendedWith): Promise<AppendOutcome>;
  /** Bytes that a standing takes in the store, with its encrypted address and its keys. */
  bytesOf(standing: Standing): number;
  /** Position of the contact's last event ever, also before it expired; 0 for none. */
  lastPosition(access: AdvertiserAccess, contactId: ContactId): Promise<number>;
  /** The stored request of a created thing, or `undefined`. */
  findRequest(access: AdvertiserAccess, requestId: string): Promise<StoredRequest | undefined>;
  /** The contact's events, oldest first: its timeline. */
  listEvents(access: AdvertiserAccess, contactId: ContactId): Promise<readonly LedgerEvent[]>;
}
