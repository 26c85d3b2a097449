import * as z from 'zod/mini';

/** What an address is: an e-mail address, or a telephone number. */
export const AddressKind = z.enum(['email', 'phone']);
export type AddressKind = z.infer<typeof AddressKind>;

/**
 * The kind of an address that is normalised already, or of the first characters of a number: both kinds may begin with a plus, and only
 * an e-mail address has an `@`.
 */
export const kindOfDeliverable = (deliverable: string): AddressKind =>
  deliverable.startsWith('+') && !deliverable.includes('@') ? 'phone' : 'email';

/** The kind that is written for a contact whose address nobody has given yet; whoever gives the address corrects it. */
export const KIND_NOT_KNOWN: AddressKind = 'email';

/** Channels that one act of opposition covers together (OPP-3): a STOP by SMS ends SMS, MMS and RCS. */
export type ChannelFamily = 'email' | 'text' | 'voice';

/** All that is known of a channel without its rendering: light, because every function reads it. */
export interface ChannelRecord {
  /** As the API, the events and the store write it. Never changed. */
  readonly name: string;
  /** What people call it in each language of readers, where that is one name, of a channel that is sent: `SMS`. */
  readonly shortName?: string;
  /** In link tokens, 1 to 63. Given once, never changed, never given to another channel, even after its end. */
  readonly number: number;
  /** The kind of address that it reaches; absent: no address of ours. */
  readonly address?: AddressKind;
  /** Absent: an opposition by this channel covers it alone. */
  readonly family?: ChannelFamily;
  /** It is "courrier électronique" in the sense of L. 34-5 CPCE, so that a sale can support a message by it. */
  readonly isElectronicMail?: true;
  /** Hours that a message may wait where its caller names no end (D8). */
  readonly validityHours: number;
  /** Which rules on days and hours concern it: none, those of texts, or those of calls. */
  readonly hours: 'any' | 'texts' | 'calls';
  /** Its provider may deliver later, and is given the end of the lawful hours. Absent: it delivers at once, or is given nothing. */
  readonly deliversUntil?: 'lawful-hours';
  /** How the person can oppose by the message itself; empty: in no way that Aval receives. */
  readonly opposedBy: readonly ('link' | 'reply' | 'key-press')[];
  /**
   * How fast the recipients of a campaign follow one another: how many one worker takes on, how many at the same time, and how long it
   * waits before the next. Absent: fifty, sixteen, not at all.
   */
  readonly pace?: { readonly recipients: number; readonly inFlight: number; readonly betweenMs: number };
  /** What its provider bills. `usd`: the list price of one, on that day; absent: it differs by country and contract. */
  readonly billed?: {
    readonly per: 'message' | 'segment';
    readonly list?: { readonly usd: number; readonly asOf: string };
  };
  /** Its provider reports bounces and complaints, which are counted for a run. */
  readonly isReportedOn?: boolean;
  /** `sent`: messages are sent and verdicts given. `judged`: verdicts alone. `named`: facts may name it, nothing else. */
  readonly use: 'sent' | 'judged' | 'named';
  /** What an author writes for it, under its name in requests: `{ sms: … }`. Expected of a channel that is sent. */
  readonly content?: z.ZodMiniObject;
  /**
   * The final bytes of a message made by another system, under their name in requests. Expected where verdicts are
   * given.
   */
  readonly bytes?: z.ZodMiniObject;
}
