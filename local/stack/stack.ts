import type { LocalModels } from '../aws/bedrock/models.ts';
import type { EmittedEvent } from '../aws/events.ts';
import type { Faults } from '../aws/faults.ts';
import type { MailFate } from '../aws/mail/email-reports.ts';
import type { SentMail } from '../aws/mail/inbound-mail.ts';
import type { ReceivedMail } from '../aws/mail/received-mail.ts';
import type { CallCounts } from '../aws/measure.ts';
import type { ReceivedSms } from '../aws/sms/sms.ts';
import type { SentReply, SmsReply } from '../aws/sms/sms-replies.ts';
import type { TextFate } from '../aws/sms/text-reports.ts';
import type { QueueDepth } from '../emulators/messaging-protocol.ts';
import type { FaultKind } from '../faults/drawn-faults.ts';
import type { Holds } from '../lambda/holds.ts';
import type { LocalProvider } from '../provider/handover.ts';
import type { Alarm } from '../watching/watching.ts';
import type { IdleOptions } from './idle.ts';

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

/** A running stack. Functions go by the names that `StackOptions` describes. */
export interface Stack {
  /** `http://localhost:<port>` of a REST API, by its name in `StackOptions.apis`. Throws `RangeError` for any other. */
  urlOf(api: string): string;
  /** Of the pages of `StackOptions.console`; `undefined` when there are none. */
  readonly consoleUrl: string | undefined;
  /** Where unmodified SDKs find this stack's AWS, as its administrator. */
  readonly aws: {
    readonly endpoint: string;
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
  };
  inbox(): readonly ReceivedMail[];
  smsSink(): readonly ReceivedSms[];
  /** The replies to text messages that were sent so far. */
  smsReplies(): readonly SentReply[];
  /** All providers outside AWS, seen as one, and the calls of Amazon Connect; nothing where `StackOptions` names no provider and the template no flow. */
  readonly provider: LocalProvider;
  /** Models of Amazon Bedrock, of which none answers until somebody says what. */
  readonly models: LocalModels;
  events(): readonly EmittedEvent[];
  /** Stream records that their function refused until the last try. */
  givenUp(): readonly object[];
  /**
   * Answers a text message as its reader would; resolves to the reply's id. Throws `RangeError` when neither the reply
   * nor the last message to this person names a number.
   */
  replyBySms(reply: SmsReply): Promise<string>;
  /** Sends a mail to a domain whose mail SES receives; throws `RangeError` when no receipt rule of the template takes it. */
  receiveMail(mail: SentMail): Promise<void>;
  /**
   * Has SES report this of the last mail that it took for an address; throws `RangeError` when there is none. The mailbox
   * simulator (`bounce@simulator.amazonses.com` …) is reported on by itself.
   */
  reportOnMail(to: string, fate: MailFate): Promise<void>;
  /** Has all reports on mails so far come once more, the last one first. */
  repeatMailReports(): Promise<void>;
  /**
   * Has End User Messaging report this of the last text that it took for a number; throws `RangeError` when there is none. Each text is
   * reported on by itself as queued and accepted.
   */
  reportOnText(to: string, fate: TextFate): Promise<void>;
  /** Has all reports on texts so far come once more, the last one first. */
  repeatTextReports(): Promise<void>;
  /** Has the ends of all calls that Amazon Connect made come once more, the last one first. */
  repeatCallReports(): Promise<void>;
  readonly clock: RunningClock;
  readonly faults: Faults;
  /** Functions that nothing reads for, that may not run or that end badly, and what the rest of the account uses up, and numbers that opted out of SMS. */
  readonly holds: Pick<
    Holds,
    'setRead' | 'setRoom' | 'setMayCall' | 'setCrashing' | 'setLeft' | 'setSpentByOthers' | 'clear'
  > & { setOptedOut(phone: string, hasOptedOut: boolean): void };
  /** Deletes all that lies on a queue, by its deployed name or the end of it. Throws `RangeError` when there is none. */
  emptyQueue(name: string): Promise<void>;
  /** Closes the port of `sesv2`, `sns` or `dynamodb`; resolves to what opens it again. */
  refuseConnections(service: string): Promise<() => Promise<void>>;
  /** Kills the processes of a function; how many there were. */
  killFunction(name: string): number;
  /**
   * Runs other bundles, folders by the names of their functions, from the next event on; gives the names of those that differ from what
   * ran. All else of the template stays as it was.
   */
  replaceBundles(bundles: ReadonlyMap<string, string>): readonly string[];
  /** What a function wrote last. */
  logs(name: string): readonly string[];
  /** The environment that the template gives a function; empty when there is no such function. */
  environmentOf(name: string): Readonly<Record<string, string>>;
  /** The value of a secret of the template, by its ARN or name. */
  secretOf(id: string): string | undefined;
  /** What functions tried and the template does not grant them: `caller: action on resource`, each time. */
  denied(): readonly string[];
  queueDepths(): Promise<Readonly<Record<string, QueueDepth>>>;
  /** The alarms of the template that are on now. */
  alarms(): Promise<readonly Alarm[]>;
  /** How often each fault of `StackOptions.faults` was. */
  drawnFaults(): Readonly<Record<FaultKind, number>>;
  counts(): CallCounts;
  resetCounts(): void;
  /**
   * See `waitUntilIdle`. Where a drawn throttle of SES or SNS put a message off, the clock goes on by seconds until it was sent.
   */
  idle(options?: IdleOptions): Promise<void>;
  /** Ends every process and port; may be called again. */
  stop(): Promise<void>;
}
