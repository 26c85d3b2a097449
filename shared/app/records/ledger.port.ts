import type { AdvertiserScope } from '#shared/domain/advertiser/advertiser-scope.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { LedgerEvent, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';

/** Idempotency (docs/access-patterns.md): the hash of a creating request, stored with what it creates. */
export interface RequestHash {
  /** Hash of advertiser, Idempotency-Key and index. */
  readonly requestId: string;
  /** SHA-256 of the request's canonical body. */
  readonly bodySha256: string;
}

/** One contact's new events, decided on the standing read at `standing.seq`. */
export interface LedgerWrite {
  readonly contactId: ContactId;
  /** The standing the events were decided on; `seq` 0 for a new contact. */
  readonly seen: Standing;
  readonly events: readonly NewLedgerEvent[];
  /**
   * The contact's events so far, where its standing must be folded anew and not carried on: after an annulment (D4).
   * They end at `seen.seq`.
   */
  readonly history?: readonly LedgerEvent[] | undefined;
  /** Clear address to keep (encrypted) with the standing; absent: unchanged. */
  readonly address?: string | undefined;
}

/** The contacts of one human at one advertiser (D1). */
export interface Person {
  readonly person: string;
  readonly contacts: readonly ContactId[];
  /** Oppositions that a contact linked later takes over. */
  readonly oppositions: readonly Opposition[];
  /** Optimistic lock; 0 for a new person. */
  readonly lock: number;
}

export interface Ledger {
  /** Strongly consistent; `undefined` for an unknown contact. Expired standings are never returned. */
  readStanding(scope: AdvertiserScope, contactId: ContactId): Promise<Standing | undefined>;
  readPerson(scope: AdvertiserScope, person: string): Promise<Person | undefined>;
  /**
   * Appends to every contact named, in one transaction with the person's item (when given, on its lock) and the request
   * hash: all or nothing. Resolves to the standings as written. Throws `concurrentChange` when any `seq` or lock has
   * moved, `standingFull` when a new basis does not fit (never for an opposition), `idempotencyKeyReused`.
   */
  append(
    scope: AdvertiserScope,
    writes: readonly LedgerWrite[],
    more?: {
      person?: { before: Person; after: Omit<Person, 'lock'> } | undefined;
      request?: RequestHash | undefined;
      at: Instant;
    },
  ): Promise<readonly Standing[]>;
  /** The stored request of a created thing: its body hash, or `undefined`. */
  findRequest(scope: AdvertiserScope, contactId: ContactId, requestId: string): Promise<string | undefined>;
  /** The contact's events, oldest first: its timeline. */
  listEvents(scope: AdvertiserScope, contactId: ContactId): Promise<readonly LedgerEvent[]>;
}
