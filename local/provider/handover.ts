import type { JsonObject } from '../template/json.ts';

/** A message that the provider of this machine took, as its contract has it, and what it reported of it since. */
export interface ReceivedHandover {
  /** The provider’s own name of it. */
  readonly id: string;
  readonly channel: string;
  readonly to: string;
  readonly sender: string;
  /** What was handed over, whole. */
  readonly message: JsonObject;
  /** Instant of the stack’s clock. */
  readonly at: string;
  /** What was reported of it, and how the other side answered. */
  readonly reports: GivenReport[];
}

/** A report that was given, and the status of its answer. */
export interface GivenReport {
  readonly kind: string;
  /** What the person wrote. */
  readonly text?: string | undefined;
  /** What the person pressed. */
  readonly digits?: string | undefined;
  readonly at: string;
  readonly status: number;
}

/** A picture that the provider has. */
export interface HeldMedia {
  readonly sha256: string;
  /** Its media type, by its first bytes. */
  readonly type: string;
  readonly content: Uint8Array;
}

/** How the provider meets the next messages. `accept-and-drop`: takes one and cuts the connection before its answer. */
const PROVIDER_FAULTS = [
  'accept-and-drop',
  'never-answer',
  'server-error',
  'throttle',
  'refuse',
  'number-invalid',
  'opted-out',
] as const;
export type ProviderFault = (typeof PROVIDER_FAULTS)[number];

/** What can be reported of a message. */
export const REPORT_KINDS = ['delivered', 'failed', 'expired', 'reply', 'keypress', 'blacklisted'] as const;

/** What whoever has the message does, or what becomes of it. */
export interface ProviderReport {
  readonly kind: (typeof REPORT_KINDS)[number];
  readonly text?: string | undefined;
  readonly digits?: string | undefined;
  readonly reason?: string | undefined;
  /** The provider’s name of the report. Absent: a new one. */
  readonly eventId?: string | undefined;
  /** When it was. Absent: now. */
  readonly at?: string | undefined;
}

/** A provider of MMS and calls on this machine. */
export interface LocalProvider {
  taken(): readonly ReceivedHandover[];
  /** Reports on a message to its callback URL, signed; resolves to the status of the answer. Throws `RangeError` for an unknown one. */
  report(id: string, report: ProviderReport): Promise<number>;
  /** The next messages meet these, in order. */
  next(...faults: readonly ProviderFault[]): void;
  /**
   * Gives it a picture, which it fetches from nowhere: a message that names it by its hash is shown with it, and is not taken where its type or
   * size is another. Throws `RangeError` for what is no JPEG, PNG or GIF.
   */
  hold(content: Uint8Array): HeldMedia;
  /** The picture with this hash; `undefined`: it has none. */
  held(sha256: string): HeldMedia | undefined;
}
