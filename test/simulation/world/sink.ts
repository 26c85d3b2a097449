/**
 * What the judge reads: what came to people, what was asked of the providers, what excuses an end without an answer. Plain
 * values, no type of the product.
 */

/** What is sent in a run. */
export type SimulatedChannel = 'email' | 'sms' | 'mms' | 'automated-call';

/** A message that a provider took: it is with the person, unless the provider dropped it. */
export interface Received {
  readonly at: number;
  readonly reference: string;
  readonly address: string;
  readonly channel: SimulatedChannel;
  /** What the provider calls it, and what its own tags and headers say. */
  readonly providerId: string;
  readonly messageId: string | undefined;
  readonly link: string | undefined;
  /** Its provider took it and brought it to nobody. */
  readonly isDropped?: true;
  /** The tag that names its contact. */
  readonly contactTag: string | undefined;
  /** The run that the worker had in hand: of a recipient of a campaign alone. */
  readonly run: string | undefined;
  /** When what the worker had in hand first came to its queue. */
  readonly queuedAt: number | undefined;
}

/** A call that would hand a message to a provider. */
interface HandOffCall extends Pick<Received, 'at' | 'reference' | 'address' | 'channel' | 'run'> {
  /** When the process took the message up, and when it last asked what is known of the contact. */
  readonly deliveredAt: number;
  readonly readAt: number | undefined;
}

/** Something for which a message may end without an answer: it names what the process had in hand. */
interface Excuse {
  readonly at: number;
  readonly message: string;
  readonly why: string;
  /** Of one recipient alone of a chunk that was in hand. */
  readonly address?: string | undefined;
}

/** A put of a message back on the send queue, and the delivery that made it. */
interface PutBack {
  readonly message: string;
  readonly number: number;
  readonly delivery: string;
}

/** An opposition of a run, as it came to be. */
export interface Opposed {
  readonly address: string;
  readonly askedAt: number;
  acknowledgedAt?: number | undefined;
}

/** A mail of which something was reported, and when that was applied first. */
interface ReportedMail extends Pick<Received, 'at' | 'run' | 'address'> {}

export interface Sink {
  readonly putBacks: PutBack[];
  readonly inbox: Received[];
  readonly handOffs: HandOffCall[];
  readonly excuses: Excuse[];
  /** What each process has in hand, by the name of the process. */
  readonly deliveries: Map<string, { readonly at: number; readonly body: string }>;
  /** When each entry first came to its queue, by its body: a chunk may be put again. */
  readonly queued: Map<string, number>;
  /** When a process last asked what is known of a contact, by the names of both. */
  readonly reads: Map<string, number>;
  /** When a report of a mail was applied that reached nobody, and that its reader complained of. */
  readonly bounces: ReportedMail[];
  readonly complaints: ReportedMail[];
  /** What a provider reported of a message that it dropped, and when that was acknowledged. */
  readonly failures: { readonly reference: string; readonly at: number }[];
  /** Mails that SES refused since it has stopped the tenant of their advertiser, which is named by its place. */
  readonly refusals: (Pick<Received, 'at' | 'run' | 'queuedAt'> & { readonly of: number })[];
  /** When SES was asked whether it has stopped the tenant of an advertiser. */
  readonly questions: { readonly at: number; readonly of: number; readonly isAnswered: boolean }[];
  /** What the table calls each address. */
  readonly contacts: Map<string, string>;
  /** When each message was claimed, by its id. */
  readonly claims: Map<string, number[]>;
  /** When a message was first seen to be final without an answer, by its id. */
  readonly finalWithoutAnswer: Map<string, number>;
}

export const emptySink = (): Sink => ({
  putBacks: [],
  inbox: [],
  handOffs: [],
  excuses: [],
  bounces: [],
  complaints: [],
  failures: [],
  refusals: [],
  questions: [],
  contacts: new Map(),
  claims: new Map(),
  deliveries: new Map(),
  queued: new Map(),
  reads: new Map(),
  finalWithoutAnswer: new Map(),
});
