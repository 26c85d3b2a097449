import type { SimulatedChannel, Sink } from '../world/sink.ts';

/** What the judge knows of a run: what was asked and acknowledged, what people received, and what each message is said to be. */
export interface Record {
  readonly ceiling: number;
  readonly peaceFrom: number;
  readonly people: readonly {
    readonly address: string;
    readonly channel: SimulatedChannel;
    /** The place of its advertiser. */
    readonly of: number;
    /** Where it may be, by its number alone; that of its waves first. */
    readonly zones: readonly string[];
    readonly consents: boolean;
    /** Somebody may take it in the run, or may not. */
    readonly isTaken?: true | undefined;
    /** Its mailbox takes nothing, and says so later. */
    readonly isDead?: boolean | undefined;
  }[];
  readonly messages: readonly {
    readonly reference: string;
    readonly to: number;
    readonly at: number;
    readonly validUntil: number;
    /** When its acceptance was acknowledged. Absent: it never was. */
    readonly acceptedAt?: number | undefined;
    /** As the product answers at the end. Absent: it was never stored. */
    readonly messageId?: string | undefined;
    readonly status?: string | undefined;
  }[];
  readonly oppositions: readonly {
    readonly address: string;
    readonly askedAt: number;
    acknowledgedAt?: number | undefined;
  }[];
  /** Advertisers whom SES stopped by their tenants, by their place. */
  readonly stops: readonly { readonly of: number; readonly from: number; readonly until: number }[];
  readonly halts: readonly { acknowledgedAt?: number | undefined; liftedAt?: number | undefined }[];
  readonly sink: Sink;
}
