import type { RequestListener } from 'node:http';
import type { SmsReplyOptions } from '../aws/sms/sms-replies.ts';
import type { ProviderAccounts } from '../provider/home/accounts.ts';
import type { ExpectedFunction } from './expected.ts';
import type { Stack } from './stack.ts';

/** Where a stack runs, known before its template is read. */
interface Locations {
  /** `http://localhost:<port>` of a REST API, by its name in `StackOptions.apis`. */
  readonly urls: ReadonlyMap<string, string>;
  /** Where the provider of `StackOptions.provider` is; empty when there is none. */
  readonly providerUrl: string;
  /** Text file with the whole milliseconds that the functions must add to the machine's clock. */
  readonly clockOffsetFile: string;
}

/** What every item of the table has. */
export interface ItemsOfTable {
  /** The attribute in which an item keeps its time to go. */
  readonly expiresIn: string;
  /** What the attribute `entity` says: the kinds of items that there are. */
  readonly kinds: readonly string[];
  /** Sort keys that readers of the stream ask for by name: each is asked for, and no other. */
  readonly followed: readonly string[];
  /** Kinds of items of which readers of the stream are given what is gone. */
  readonly noted: readonly string[];
}

/** How to start a stack. A function goes by its path in the CDK's tree, by its deployed name or by the end of it. */
export interface StackOptions {
  /** Folder of a cloud assembly: what `cdk synth` writes. */
  readonly assembly: string;
  /** REST APIs to serve, each by the end of its name in the template; a port is a free one unless given. */
  readonly apis: Readonly<Record<string, { readonly port?: number | undefined }>>;
  /** Values of the stacks' own parameters, instead of their defaults. */
  readonly parameters?: ((locations: Locations) => Readonly<Record<string, string>>) | undefined;
  /** What the template is checked against before anything starts, by the name of the function. */
  readonly expected?: Readonly<Record<string, ExpectedFunction>> | undefined;
  /** True for a deployment that is held to all that a whole one needs: watched, encrypted, with a place for what fails. */
  readonly isWhole?: boolean | undefined;
  readonly items?: ItemsOfTable | undefined;
  /** Types of events that applications put on a bus: a rule of it brings each (`message.requested.v1`). */
  readonly eventTypes?: readonly string[] | undefined;
  /** Pages for a person to look at the running stack, on a port of their own. */
  readonly console?:
    | { readonly port?: number | undefined; readonly createListener: (stack: Stack) => RequestListener }
    | undefined;
  readonly smsReplies?: SmsReplyOptions | undefined;
  /**
   * Providers outside AWS, all at one URL: the function and the variable that name their secret. One takes messages by signed HTTPS
   * (provider/reference-server.ts).
   */
  readonly provider?:
    | {
        readonly sender: string;
        readonly secretIn: string;
        /** The secret as who runs the deployment completes it, by the text that the template or an earlier start gave it. Absent: as it is. */
        readonly completed?: ((secret: string) => string) | undefined;
        /** Those in words of their own, by the text of the secret (provider/home/). Absent: none. */
        readonly accounts?: ((secret: string, urls: Locations['urls']) => ProviderAccounts) | undefined;
      }
    | undefined;
  /** Instant at which the clock starts, ISO 8601; absent: now. */
  readonly at?: string | undefined;
  /** Folder in which the stack keeps what it has, from one start to the next; absent: in memory. */
  readonly data?: string | undefined;
  /**
   * A DynamoDB Local that runs, and keeps what each access key has apart (`isApart`): the stack takes a part of it, and removes its tables when it
   * stops. Absent: one of its own.
   */
  readonly storeUrl?: string | undefined;
  /** Mails per second that the local SES takes before it answers 429; no limit unless said. */
  readonly maxMailRate?: number | undefined;
  /**
   * Who may be written from, beside the identities of the template: addresses, and domains with those below them. SES refuses
   * mail from anybody else, as it does in an account.
   */
  readonly verifiedIdentities?: readonly string[] | undefined;
  /** The local SES is that of a new account: it writes to its simulator, and to nobody else. */
  readonly isInSandbox?: boolean | undefined;
  /** Seed of the faults that AWS has, which the stack then has too: see `local/faults/drawn-faults.ts`. None unless said. */
  readonly faults?: string | undefined;
  /** Counts DynamoDB's units with every call. */
  readonly isMeasuring?: boolean | undefined;
  /** Functions that no schedule calls, each by the end of its name. */
  readonly unscheduled?: readonly string[] | undefined;
  /**
   * Folder into which the stack writes, when it stops, what each role asked of AWS: a file of its own, an array of
   * `RecordedCall`.
   */
  readonly recordCallsIn?: string | undefined;
  /** Called with what the functions write. */
  readonly onLog?: ((functionName: string, text: string) => void) | undefined;
}
