import type { Outgoing } from '#shared/channels/renderings.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { SentChannel } from '#shared/domain/message/channel.ts';
import type { MessageReference } from './send-queue.port.ts';

/** How a provider answered a hand-off (one table, docs/failure-modes.md). */
export type HandOff =
  | { readonly answer: 'taken'; readonly providerMessageId: string }
  /** 4xx, 429, refused connection, DNS, TLS: nothing left; may be tried again when `retryable`. */
  | { readonly answer: 'not-taken'; readonly retryable: boolean; readonly cause: string }
  /** Time-out, reset, any 5xx: never sent again by us. */
  | { readonly answer: 'unknown'; readonly cause: string };

/** How long a hand-off may take, and for how long the provider may go on trying. */
export interface HandOffTerms {
  readonly timeoutMs: number;
  /** Seconds until the message is no longer valid, or no longer lawful. */
  readonly validForSeconds: number;
  /** Where a provider that reports by HTTPS says what became of it. Absent: nothing is asked. */
  readonly callbackUrl?: string;
  /** Parts that its text takes, as it was vetted. Absent: it is no text that takes parts. */
  readonly segments?: number | undefined;
}

/** Our ids, by which feedback finds the message; `contactId`: of a recipient of a campaign, and of who is answered. */
export interface HandOffTags extends MessageReference {
  readonly contactId?: ContactId | undefined;
  /** It is what a person asked for, such as a code of the preference centre, or answers what they wrote, and is no message that is stored. */
  readonly isAnswer?: true | undefined;
}

/** What people answer in calls that their route reports. */
export interface CallAnswers {
  readonly keyPress: boolean;
}

/** Hands one message over, once, on these terms. */
export interface Provider<Bytes> {
  (outgoing: Bytes, tags: HandOffTags, terms: HandOffTerms): Promise<HandOff>;
  /**
   * Gives the provider what a message names and takes time to give, such as a picture, before the message is claimed: nothing may stand between
   * its claim and its hand-off. It hands nothing over and never throws: what could not be given is not taken. Absent: there is nothing to give.
   */
  readonly prepare?: (outgoing: Bytes) => Promise<void>;
}

/** What each channel leaves by. Absent: this deployment has no route for it, and nothing of it leaves. */
export type Providers = { readonly [Name in SentChannel]?: Provider<Outgoing[Name]> };
