import type { AddressKind } from '#shared/channels/record.ts';
import type { AskLine, NeedsWords } from '#shared/domain/centre/asked.ts';
import type { HeldFamily } from '#shared/domain/centre/held.ts';
import type { Purpose } from '#shared/domain/message/channel.ts';
import type { AcknowledgementWords } from '#shared/domain/rights/acknowledgement.ts';
import type { RightsRequest } from '#shared/domain/rights/rights-request.ts';
import type { ErrandWords } from './errands.ts';
import type { HeldWords } from './held.ts';

/** The sentences of the preference centre in one language. Arguments are plain text, days in words. */
export interface CentreWords extends HeldWords {
  readonly errands: ErrandWords;
  /** The button that stops everything. */
  readonly stopAll: (name: string) => string;
  /** Before the code is typed. */
  readonly closed: {
    readonly title: (name: string) => string;
    /** Of the two buttons that stop; and, where a code can be sent, of refusing less than that. */
    readonly free: string;
    readonly part: string;
    readonly rest: (name: string) => string;
    /** In place of `rest` and `why`, by the link of a request that the advertiser received. */
    readonly restForRequest: string;
    readonly why: (where: string) => string;
    readonly whyForRequest: (where: string) => string;
    /** Where a code goes, as a sentence has it: by the link of a message, or of a request. */
    readonly where: Readonly<Record<'message' | 'request', Readonly<Record<AddressKind, string>>>>;
    readonly send: string;
    readonly again: string;
    /** The button of who has a code already. */
    readonly have: string;
    /** What to do where no code comes. */
    readonly late: Readonly<Record<AddressKind, string>>;
    readonly type: string;
    /** Also that one received before is dead: of the first as of any other, since the link alone says of none that was sent before. */
    readonly hint: string;
    /** The same where none is sent now: of the last one, in the hint; and, where no other may be asked for, in the words over the field. */
    readonly last: string;
    readonly typeLast: string;
    readonly open: string;
  };
  /** What became of what was asked. */
  readonly said: {
    readonly sent: (where: string, moment: string) => string;
    /** Before when another one may be asked for. */
    readonly 'too-many': string;
    readonly 'has-code': string;
    readonly 'no-sender': string;
    /** The same of one that is wrong, too old, used or tried too often: whoever has the link alone does not learn which. */
    readonly 'wrong-code': string;
    readonly closed: string;
    /** After it, where the person had written something. */
    readonly kept: string;
    readonly stopped: {
      readonly everything: (name: string) => string;
      readonly means: (by: string, name: string) => string;
      readonly purpose: (what: string, by: string) => string;
    };
    /** Which request is recorded. */
    readonly recorded: (what: string) => string;
    /** An agreement is recorded; and, after what it brings, that it can be withdrawn. */
    readonly agreed: string;
    readonly withdraw: string;
    /** What the advertiser received is theirs. */
    readonly confirmed: string;
    /** No such request waits to be confirmed. */
    readonly settled: string;
    readonly 'not-understood': string;
  };
  /** After it. */
  readonly open: {
    readonly title: (name: string) => string;
    /** Why nothing was asked: no line was chosen, or nothing was written. */
    readonly noKind: string;
    readonly missing: Readonly<Record<NeedsWords, string>>;
    readonly wrongWords: string;
    readonly nothing: (name: string) => string;
    readonly address: Readonly<Record<AddressKind, (address: string) => string>>;
    /** That all but the button for everything is of this address, and of no other of the person; and where the others are stopped. */
    readonly only: Readonly<Record<AddressKind, (name: string) => string>>;
    /** Since when it is on record here, and why what is listed may be older. */
    readonly since: (day: string) => string;
    readonly restricted: string;
    readonly none: string;
    readonly refused: string;
    readonly declared: string;
    readonly use: (what: string, by: string) => string;
    readonly stop: Readonly<Record<Purpose, string>>;
    readonly stoppedSince: (day: string) => string;
    /** What the advertiser received in their name, by the link of it, while nobody knows yet that it is theirs. */
    readonly awaiting: {
      readonly heading: string;
      readonly why: (name: string) => string;
      readonly notMine: string;
      readonly received: (kind: string, day: string, way: string) => string;
      /** Where somebody made it for them. */
      readonly byOther: string;
      /** The button. */
      readonly mine: string;
      readonly ways: Readonly<Record<Exclude<RightsRequest['via'], 'letter'> | 'onPaper', string>>;
    };
    /** What was asked for before. */
    readonly requests: {
      readonly heading: string;
      readonly due: (what: string, received: string, due: string) => string;
      readonly late: (what: string, received: string) => string;
      readonly answered: (what: string, received: string, answered: string) => string;
    };
    /** What can be agreed to: its heading, that nothing hangs on it, the button, and the link to the notice. */
    readonly agree: string;
    readonly free: string;
    readonly act: string;
    readonly formNotice: string;
    /** Messages that left of late. */
    readonly messages: string;
    /** Whose these are, and what is none of them. */
    readonly messagesOf: (name: string) => string;
    readonly noMessages: string;
    readonly texts: string;
    readonly sent: (day: string, hour: string, by: string) => string;
    readonly ask: string;
    readonly kind: string;
    readonly words: string;
    readonly hint: string;
    readonly send: string;
    readonly ends: string;
    readonly kinds: Readonly<Record<AskLine, string>>;
    /** The same once it was asked for. */
    readonly asked: Readonly<Record<AskLine, string>>;
  };
  /** When something was or will be, in Paris. */
  readonly moments: {
    readonly today: (hour: string) => string;
    readonly onDay: (day: string, hour: string) => string;
    readonly clock: (hours: string, minutes: string) => string;
  };
  readonly acknowledgement: AcknowledgementWords;
  /** By one channel of texts alone, by its name: `SMS`. */
  readonly byText: (name: string) => string;
  readonly families: Readonly<Record<HeldFamily, string>>;
  readonly purposes: Readonly<Record<Purpose, (name: string) => string>>;
}
