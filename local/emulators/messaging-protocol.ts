import type { FauxqsInitConfig } from 'fauxqs';

/** What the worker of the messaging emulators gets at start. */
export interface MessagingSetup {
  readonly init: FauxqsInitConfig;
  readonly region: string;
  /** One double: milliseconds added to the worker's clock, written by the stack. */
  readonly offset: SharedArrayBuffer;
  /** Folder in which they keep what they have; absent: in memory. */
  readonly dataDir?: string | undefined;
}

/** Messages of a queue, by state, at the stack's present. */
export interface QueueDepth {
  readonly ready: number;
  readonly delayed: number;
  readonly inFlight: number;
  /** How long the oldest of those that are ready or in hand has been so, milliseconds; 0 when there is none. */
  readonly oldestMs: number;
}

export type MessagingReply =
  | { readonly kind: 'ready'; readonly messagingPort: number; readonly mailPort: number }
  | { readonly kind: 'depths'; readonly id: number; readonly depths: Readonly<Record<string, QueueDepth>> };

/** A question to the worker: the depths of these queues. */
export interface DepthsQuestion {
  readonly id: number;
  readonly queues: readonly string[];
}
