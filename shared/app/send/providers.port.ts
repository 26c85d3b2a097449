import type { MessageReference } from './send-queue.port.ts';

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
