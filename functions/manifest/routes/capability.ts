import type { TextSender } from '#shared/domain/sending/shown-senders.ts';
import type { TextAnswers } from '#shared/domain/sending/text-answers.ts';

/** By what a reader sees a message come. */
export type SenderForm = TextSender | 'verified-address' | 'automated-range';

/** By what an answer finds its message, each before the next. */
export type FoundBy = 'link' | 'tag' | 'message-answered' | 'url' | 'our-ids' | 'code' | 'last-sender';

/** How people answer on a channel, and how it comes to us. */
export interface Answers {
  readonly by: 'link' | 'reply' | 'key-press';
  /** `as-stated`: where `provider.answers` has it. */
  readonly comes: 'always' | 'as-stated';
  readonly foundBy: readonly FoundBy[];
  /** False: nobody signs it, so that it can only add an opposition. */
  readonly isSigned: boolean;
  /** Of texts: at which codes, and from where. */
  readonly texts?: TextAnswers;
}

/** How fast it takes messages: the setting that says so, and what holds where that says nothing. */
type Ceiling =
  | { readonly setting: 'account' }
  | {
      readonly setting: 'smsRoute' | 'provider' | 'vonage' | 'smsmode' | 'spotHit' | 'connect';
      readonly requestsPerSecond: number;
      readonly partsPerSecond?: number;
    };

/**
 * What one route carries of one channel, and what it reports back. docs/channels.md is drawn from all of it. What is refused, and how fast
 * campaigns go, are drawn from `route`, `channel`, `answers.by`, `answers.comes`, `answers.texts`, `ceiling`, `givesUp` and `mediaBytes`; from `senders`
 * what settings are warned of. The other fields describe what adapters and providers do, and decide nothing: tests hold them to what each hands over
 * (`test/unit/adapters/declared`), to what is wired (`ownList`, `isSigned`), and, where nothing can be seen of a provider (`appendsStop`, `delays`), to docs/providers.md.
 */
export interface Capability {
  readonly route: 'ses' | 'sns' | 'end-user-messaging' | 'https' | 'vonage' | 'smsmode' | 'spot-hit' | 'connect';
  readonly channel: 'email' | 'sms' | 'mms' | 'automated-call';
  /** Where to. `stated`: where the settings say. */
  readonly countries: 'all' | 'stated' | 'of-the-account' | readonly string[];
  readonly senders: readonly SenderForm[];
  readonly answers: Answers;
  readonly ceiling: Ceiling;
  /** It delivers nothing after the instant that it is given with a message. */
  readonly givesUp: boolean;
  /** What it reports later, by what that finds its message; none: an unknown is final. */
  readonly reports: readonly FoundBy[];
  /** Whether it adds a STOP of its own to a text. */
  readonly appendsStop: boolean | 'not-established';
  /** Whether it notifies by itself who said stop; absent: nobody answers STOP on it. We do, once, unless `senders.confirmStop` is false. */
  readonly confirmsStop?: false | 'not-established' | 'where-turned-on-and-not-in-france';
  /** Whether it waits by itself before it delivers. */
  readonly delays: boolean | 'not-established';
  /** Its own list of those who asked it to stop, and how that comes to us. */
  readonly ownList:
    | 'none'
    | 'read-nightly'
    | 'refused-at-hand-off'
    | 'refused-and-read-where-stated'
    | 'refused-and-reported'
    | 'pushed-and-read-nightly';
  /** The largest picture where nothing says otherwise, in bytes. */
  readonly mediaBytes?: number;
}
