/**
 * What the use cases need of the world, as plain objects of functions. Adapters (`shared/adapters/`) implement them,
 * `functions/wiring.ts` binds them. Any port that cannot reach its store throws `dependencyUnavailable` (retryable),
 * never an empty answer (P10).
 */
import type { Advertiser, AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserScope } from '#shared/domain/advertiser/advertiser-scope.ts';
import type { ApiKey } from '#shared/domain/advertiser/api-key.ts';
import type { FormReference, FormVersion } from '#shared/domain/consent/form-version.ts';
import type { LedgerEvent, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Channel, Purpose } from '#shared/domain/message/channel.ts';
import type {
  Content,
  Message,
  MessageStatus,
  SendEntry,
  Sends,
  TemplateReference,
} from '#shared/domain/message/message.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import type { Review, ReviewDecision, ReviewId } from '#shared/domain/review/review.ts';
import type { AdvertiserId, ContactId, Instant, MessageId } from '../domain/ids.ts';

export interface Clock {
  now(): Instant;
}

/** Fresh random ids: 22 characters of base64url (128 bits). */
export type NewId = () => string;

/** An address as a caller gives it. */
export type Address = { readonly kind: 'email' | 'phone'; readonly value: string };

export interface Fingerprints {
  /** The contact's id, from the normalised address under the advertiser's key. Throws `invalidRequest` when unreadable. */
  contactIdOf(advertiserId: AdvertiserId, address: Address): ContactId;
  /** The keyed fingerprint of a `personRef`. */
  personOf(advertiserId: AdvertiserId, personRef: string): string;
}

/** Idempotency (docs/access-patterns.md): the created thing's request, stored with it. */
export interface RequestSeal {
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
   * seal: all or nothing. Resolves to the standings as written. Throws `concurrentChange` when any `seq` or lock has
   * moved, `standingFull` when a new basis does not fit (never for an opposition), `idempotencyKeyReused`.
   */
  append(
    scope: AdvertiserScope,
    writes: readonly LedgerWrite[],
    more?: {
      person?: { before: Person; after: Omit<Person, 'lock'> } | undefined;
      request?: RequestSeal | undefined;
      at: Instant;
    },
  ): Promise<readonly Standing[]>;
  /** The stored request of a created thing: its body hash, or `undefined`. */
  findRequest(scope: AdvertiserScope, contactId: ContactId, requestId: string): Promise<string | undefined>;
  /** The contact's events, oldest first: its timeline. */
  listEvents(scope: AdvertiserScope, contactId: ContactId): Promise<readonly LedgerEvent[]>;
}

/** Everything one vet needs of one contact: one strongly consistent Query (docs/access-patterns.md). */
export interface VetReading {
  readonly standing: Standing | undefined;
  /** Sends from the month of (now − 30 days − longest validity) on, all channels. */
  readonly sends: readonly Sends[];
  /** The clear address kept with the standing, if any. */
  readonly address: string | undefined;
  readonly readAt: Instant;
}

export interface VetReads {
  read(scope: AdvertiserScope, contactId: ContactId, at: Instant): Promise<VetReading>;
}

export type ClaimOutcome =
  | { readonly outcome: 'claimed' }
  /** The bucket changed since the read: read and vet again. */
  | { readonly outcome: 'changed' }
  /** The message is in the bucket already: this is its entry. */
  | { readonly outcome: 'held'; readonly entry: SendEntry };

/** The claims (docs/failure-modes.md), on the SENDS item of the message's `claimMonth`. */
export interface Claims {
  claim(
    scope: AdvertiserScope,
    contactId: ContactId,
    bucket: { month: string; channel: Channel; revision: number },
    entry: SendEntry,
  ): Promise<ClaimOutcome>;
  /** Removes our own claim after a *not taken* answer; true when it was still ours and without a result. */
  release(
    scope: AdvertiserScope,
    contactId: ContactId,
    bucket: { month: string; channel: Channel },
    entry: SendEntry,
  ): Promise<boolean>;
  /** Writes the result of a claim. */
  settle(
    scope: AdvertiserScope,
    contactId: ContactId,
    bucket: { month: string; channel: Channel },
    messageId: MessageId,
    result: 'sent' | 'unknown',
  ): Promise<void>;
}

/** What is stored, encrypted, with a message. */
export interface MessageSecrets {
  readonly address: string;
  readonly mergeValues: Readonly<Record<string, string>>;
}

export interface Messages {
  /**
   * Stores accepted messages, each with its request seal; the stream enqueues them. Per draft: stored now, stored before
   * by the same request, or the key was used with another body.
   */
  accept(
    scope: AdvertiserScope,
    drafts: readonly { message: Message; secrets: MessageSecrets; bodySha256: string }[],
  ): Promise<readonly ('stored' | 'already-stored' | 'reused-key')[]>;
  get(scope: AdvertiserScope, messageId: MessageId): Promise<Message | undefined>;
  /** The message with its secrets in clear, strongly consistent. */
  open(
    scope: AdvertiserScope,
    messageId: MessageId,
  ): Promise<{ message: Message; secrets: MessageSecrets } | undefined>;
  /**
   * Moves a message to a new state with these fields, if its present state is one of `PRIOR_STATES[status]`.
   * False when another state was found: the caller reads again.
   */
  move(scope: AdvertiserScope, messageId: MessageId, status: MessageStatus, fields: Partial<Message>): Promise<boolean>;
}

/** A pointer to a message, as the send queue and the due list carry it: no personal data. */
export interface MessageReference {
  readonly advertiserId: AdvertiserId;
  readonly messageId: MessageId;
}

export interface SendQueue {
  /** `attempt` counts put-backs; `delaySeconds` at most 900 (SQS). */
  put(reference: MessageReference & { attempt: number }, delaySeconds: number): Promise<void>;
  /** Keeps a message that can never be handled, with its reason, for a human to see and redrive. */
  park(body: string, reason: string): Promise<void>;
}

/** Messages due at a minute, released by the clock from a stored cursor, so that no minute is ever missed. */
export interface DueList {
  put(reference: MessageReference, dueAt: Instant): Promise<void>;
  /** Calls `release` for each message due up to `now`, removes it, then moves the cursor. A crash repeats, never skips. */
  releaseUpTo(now: Instant, release: (due: readonly MessageReference[]) => Promise<void>): Promise<number>;
}

export interface Contents {
  /** Stores content under the SHA-256 of its canonical JSON and returns it; storing twice is one object. */
  put(scope: AdvertiserScope, content: Content): Promise<string>;
  has(scope: AdvertiserScope, sha256: string): Promise<boolean>;
  get(scope: AdvertiserScope, sha256: string): Promise<Content | undefined>;
}

export interface Advertisers {
  /** Cached for seconds. */
  get(scope: AdvertiserScope): Promise<Advertiser | undefined>;
  /** A stored past version. */
  getVersion(scope: AdvertiserScope, settingsVersion: number): Promise<Advertiser | undefined>;
  /** Stores the next version and its reply codes; the same settings again store nothing. Throws `sirenTaken`. */
  put(scope: AdvertiserScope, settings: AdvertiserSettings, at: Instant): Promise<Advertiser>;
}

export interface FormVersions {
  /** Cached: a version never changes. */
  get(scope: AdvertiserScope, form: FormReference): Promise<FormVersion | undefined>;
  /** Stores it if absent; the same content again is the same version. Throws `versionImmutable`. */
  put(scope: AdvertiserScope, version: FormVersion): Promise<'stored' | 'already-stored'>;
}

export interface TemplateVersions {
  /** Cached: a version never changes. */
  get(scope: AdvertiserScope, template: TemplateReference): Promise<TemplateVersion | undefined>;
  /** Stores it if absent; the same content again is the same version. Throws `versionImmutable`. */
  put(scope: AdvertiserScope, version: TemplateVersion): Promise<'stored' | 'already-stored'>;
}

/** What is kept of a message that waits: its id, what a decision's scope asks of it, and until when it can wait. */
type Waiting = Pick<Message, 'messageId' | 'channel' | 'offerCategory' | 'validUntil'>;

/** Causes that a human decides once per advertiser (D6). Every read is strongly consistent. */
export interface Reviews {
  find(scope: AdvertiserScope, cause: string): Promise<Review | undefined>;
  get(scope: AdvertiserScope, reviewId: ReviewId): Promise<Review | undefined>;
  /** Opens the review of a cause if there is none. */
  open(scope: AdvertiserScope, cause: string, at: Instant): Promise<void>;
  /** Oldest first. */
  list(scope: AdvertiserScope): Promise<readonly Review[]>;
  /** Stores the decision for good and starts the release of what waits. Throws `concurrentChange` if decided meanwhile. */
  decide(scope: AdvertiserScope, review: Review, decision: ReviewDecision): Promise<Review>;
  /** Puts a message among those that wait on the cause; again is the same. */
  wait(scope: AdvertiserScope, cause: string, message: Waiting): Promise<void>;
}

/** A decision whose waiting messages may not all have been released. */
export interface DecidedReview {
  readonly advertiserId: AdvertiserId;
  readonly reviewId: ReviewId;
  /** The decision's number. */
  readonly number: number;
}

export interface WaitingWalk {
  /** False for what the decision does not reach: it goes on waiting. */
  readonly reaches: (waiting: Pick<Waiting, 'channel' | 'offerCategory'>) => boolean;
  readonly release: (waiting: readonly MessageReference[]) => Promise<void>;
  readonly hasTime: () => boolean;
}

export interface WaitingLists {
  listDecided(): Promise<readonly DecidedReview[]>;
  /**
   * Calls `release` for page after page of what waits and `reaches` takes, removing each page after it, while there is
   * time; at the end of the lists the decision is done. A crash repeats a page and skips none. Resolves to how many
   * were released.
   */
  releaseWaiting(scope: AdvertiserScope, decided: DecidedReview, walk: WaitingWalk): Promise<number>;
}

export interface ApiKeys {
  put(key: ApiKey): Promise<void>;
  get(apiKeyId: string): Promise<ApiKey | undefined>;
  revoke(apiKeyId: string, at: Instant): Promise<boolean>;
}

/** What an opposition link says, once its seal is verified. */
export interface OppositionToken {
  readonly advertiserId: AdvertiserId;
  readonly contactId: ContactId;
  readonly messageId: MessageId;
  readonly channel: Channel;
  readonly purpose: Purpose;
}

export interface Tokens {
  /** Opaque, authenticated, without address, at most 165 characters of base64url. */
  mint(facts: OppositionToken): string;
  /** `undefined` when it cannot be read: wrong, cut, or of an unknown key. Constant-time. */
  read(token: string): OppositionToken | undefined;
}

/** How a provider answered a hand-off (one table, docs/failure-modes.md). */
export type HandOff =
  | { readonly answer: 'taken'; readonly providerMessageId: string }
  /** 4xx, 429, refused connection, DNS, TLS: nothing left; may be tried again when `retryable`. */
  | { readonly answer: 'not-taken'; readonly retryable: boolean; readonly cause: string }
  /** Time-out, reset, any 5xx: never sent again by us. */
  | { readonly answer: 'unknown'; readonly cause: string };

/** An e-mail exactly as handed over: `Content.Simple` with headers. */
export interface OutgoingEmail {
  readonly from: { readonly address: string; readonly name: string };
  readonly to: string;
  readonly subject: string;
  readonly html?: string | undefined;
  readonly text: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

export interface OutgoingSms {
  readonly to: string;
  readonly senderId: string;
  readonly text: string;
}

export interface Providers {
  email(mail: OutgoingEmail, tags: MessageReference, timeoutMs: number): Promise<HandOff>;
  sms(sms: OutgoingSms, tags: MessageReference, timeoutMs: number): Promise<HandOff>;
}

/** Which advertisers ever bound this SMS reply code; a binding is never removed, so an old STOP still works (D19). */
export interface ReplyCodes {
  advertisersOf(replyCode: string): Promise<readonly AdvertiserId[]>;
}

/** An event out, past tense and versioned; never an address. */
export interface OutgoingEvent {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface EventBus {
  publish(events: readonly OutgoingEvent[]): Promise<void>;
}
