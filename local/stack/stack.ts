import type { FunctionEntry } from '#functions/manifest.ts';
import type { ReceivedMail } from '../aws/email.ts';
import type { EmittedEvent } from '../aws/events.ts';
import type { Faults } from '../aws/faults.ts';
import type { CallCounts } from '../aws/measure.ts';
import type { ReceivedSms } from '../aws/sms.ts';
import type { SmsReply } from '../aws/sms-replies.ts';
import type { QueueDepth } from '../emulators/messaging-protocol.ts';

/** How to start a stack; nothing given: the sources of this repository, now, on free ports. */
export interface StackOptions {
  /** Folder of a cloud assembly of the stage `local`; absent: the repository's own, made when its sources changed. */
  readonly assembly?: string | undefined;
  /** Instant at which the clock starts, ISO 8601; absent: now. */
  readonly at?: string | undefined;
  readonly ports?: { readonly application?: number; readonly public?: number; readonly console?: number } | undefined;
  /** What the assembly is checked against; the repository's manifest unless said. */
  readonly manifest?: Readonly<Record<string, FunctionEntry>> | undefined;
  /** Mails per second that the local SES takes before it answers 429; no limit unless said. */
  readonly maxMailRate?: number | undefined;
  /** Counts DynamoDB's units with every call. */
  readonly isMeasuring?: boolean | undefined;
  /** Told what the functions write. */
  readonly onLog?: ((functionName: string, text: string) => void) | undefined;
}

/** The clock of a running stack. It only moves forward. */
export interface RunningClock {
  now(): string;
  /**
   * Moves to an instant; resolves when schedules that became due have run (each once) and expired items are deleted.
   * Throws `RangeError` for an instant in its past.
   */
  set(instant: string): Promise<void>;
  advance(seconds: number): Promise<void>;
}

/** A running stack. */
export interface Stack {
  readonly applicationUrl: string;
  readonly publicUrl: string;
  readonly consoleUrl: string;
  /** Bearer key bound to every advertiser. */
  readonly rootKey: string;
  /** Where unmodified SDKs find this stack's AWS, as its administrator. */
  readonly aws: {
    readonly endpoint: string;
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
  };
  inbox(): readonly ReceivedMail[];
  smsSink(): readonly ReceivedSms[];
  events(): readonly EmittedEvent[];
  /** Stream records that their function refused until the last try. */
  givenUp(): readonly object[];
  /** Answers a text message as its reader would; resolves to the reply's id. */
  replyBySms(reply: SmsReply): Promise<string>;
  readonly clock: RunningClock;
  readonly faults: Faults;
  /** Closes the port of `sesv2`, `sns` or `dynamodb`; resolves to what opens it again. */
  refuseConnections(service: string): Promise<() => Promise<void>>;
  /** Kills the processes of a function of the manifest; how many there were. */
  killFunction(name: string): number;
  /** What a function of the manifest wrote last. */
  logs(name: string): readonly string[];
  queueDepths(): Promise<Readonly<Record<string, QueueDepth>>>;
  counts(): CallCounts;
  resetCounts(): void;
  /** See `waitUntilIdle`. */
  idle(options?: { readonly timeoutMs?: number }): Promise<void>;
  /** Ends every process and port; may be called again. */
  stop(): Promise<void>;
}
