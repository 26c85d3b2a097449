import type { Occurrence } from './campaign/campaign.ts';
import type { RunName } from './campaign/names.ts';
import type { Totals } from './campaign/recipient.ts';
import type { HaltChange } from './halt.ts';
import type { AdvertiserId, ContactId, Instant } from './ids.ts';
import type { LedgerEvent } from './ledger/ledger-event.ts';
import type { Message } from './message/message.ts';
import type { Review, ReviewDecision } from './review/review.ts';

/** What may be published of a message: never its content or its address. */
export const PUBLISHED_OF_MESSAGE = {
  advertiserId: true,
  messageId: true,
  contactId: true,
  channel: true,
  test: true,
  status: true,
  acceptedAt: true,
  verdict: true,
  dueAt: true,
  handedOffAt: true,
  settledAt: true,
  providerMessageId: true,
  parkedBecause: true,
  undeliveredBecause: true,
  refusedBecause: true,
} as const satisfies Partial<Record<keyof Message, true>>;
type PublishedMessage = Pick<Message, keyof typeof PUBLISHED_OF_MESSAGE>;

/** What else of a message is counted, and not published. */
export const COUNTED_OF_MESSAGE = {
  segments: true,
  putBack: true,
} as const satisfies Partial<Record<keyof Message, true>>;
type CountedMessage = PublishedMessage & Pick<Message, keyof typeof COUNTED_OF_MESSAGE>;

/** What may be published of a decision. Who took it and their words are evidence, and are not. */
export const PUBLISHED_OF_DECISION = {
  decision: true,
  appliesTo: true,
  until: true,
  number: true,
  decidedAt: true,
} as const satisfies Partial<Record<keyof ReviewDecision, true>>;
type PublishedDecision = Pick<ReviewDecision, keyof typeof PUBLISHED_OF_DECISION>;

/** A new or changed state of one message. */
export interface MessageChange {
  readonly of: 'message';
  readonly before: CountedMessage | undefined;
  readonly after: CountedMessage;
}
/** One new event in the ledger of a contact. */
export interface LedgerChange {
  readonly of: 'ledger';
  readonly advertiserId: AdvertiserId;
  readonly contactId: ContactId;
  readonly event: LedgerEvent;
}
type Cause = Pick<Review, 'advertiserId' | 'reviewId' | 'cause'>;
/** A cause that waits for a human for the first time. */
type ReviewChange = { readonly of: 'review' } & Cause & Pick<Review, 'openedAt'>;
/** A decision of a human on a cause. */
type DecisionChange = { readonly of: 'decision'; readonly decision: PublishedDecision } & Cause;

/** It is stored what came of a chunk of a run. */
interface ChunkChange extends RunName {
  readonly of: 'chunk';
  readonly chunkId: string;
  readonly settledAt: Instant;
  readonly totals: Totals;
}
/** A run ended: every recipient has a final state. */
interface RunChange extends RunName, Pick<Occurrence, 'startedAt' | 'cut'> {
  readonly of: 'run';
  readonly finishedAt: Instant;
  readonly totals: Totals;
}

/** An operator stopped hand-offs, or let them go on. */
interface HandOffChange {
  readonly of: 'halt';
  readonly number: number;
  readonly at: Instant;
  readonly change: Pick<HaltChange, 'kind' | 'advertiserId'>;
}

/** A change of what is stored that other systems may need to know. */
export type Change =
  | MessageChange
  | LedgerChange
  | ReviewChange
  | DecisionChange
  | HandOffChange
  | ChunkChange
  | RunChange;
