import type { AddressKind } from '#shared/channels/record.ts';
import type { AskedInCentre } from '#shared/domain/centre/asked.ts';

/** What the preference centre says so that a person who is no expert finds what they came for. Arguments are plain text, days in words. */
export interface ErrandWords {
  /** On the button that stops everything, after its words: what it covers. */
  readonly everywhere: string;
  /** What the code opens, a line each. */
  readonly behind: {
    readonly intro: string;
    readonly choose: string;
    /** Where a form is offered behind the code. */
    readonly again: string;
    readonly see: (name: string) => string;
    readonly ask: string;
  };
  /** How to receive again what was stopped. */
  readonly back: {
    readonly heading: string;
    /** The link to it, right after a stop. */
    readonly changed: string;
    /** The link to it, by what was stopped. */
    readonly use: (what: string) => string;
    /** Before the links: where offers are stopped that nothing on the page brings back, and where nobody knows what is stopped. */
    readonly elsewhere: (name: string) => string;
    readonly stopped: string;
    /** The link to the site of the advertiser, the one to its mailbox, and its contact where nothing opens that. */
    readonly site: (name: string) => string;
    /** Of a mail to it: nothing of the person. */
    readonly subject: string;
    readonly write: (name: string) => string;
    /** The same where it is a mail address: it is written out, since the link opens no page. */
    readonly mail: (address: string) => string;
    readonly contact: (name: string, contact: string) => string;
  };
  /** To whom data were given. */
  readonly recipients: {
    readonly heading: string;
    readonly given: (partner: string, day: string) => string;
    /** Nobody is on record for this address or number, or no longer. */
    readonly none: Readonly<Record<AddressKind, (name: string) => string>>;
    /** After a list that has no room for all. */
    readonly latest: (count: string) => string;
    /** The link to the requests. */
    readonly more: (name: string) => string;
  };
  /** Beside who has data, where there are offers of partners: the advertiser sends them itself. */
  readonly sentByUs: (name: string) => string;
  /** The line of a request by which one asks for it, and what is recorded with that request. */
  readonly knowRecipients: string;
  /** Before something is asked for: what will come of it, or what is to be written. */
  readonly notes: Readonly<Record<Exclude<AskedInCentre, 'portability'>, string>>;
  /** Who answers, by when, and where. */
  readonly answer: Readonly<Record<AddressKind, (name: string) => string>>;
  /** Where the answer to a request that waits comes. */
  readonly answerComes: Readonly<Record<AddressKind, (name: string) => string>>;
  /** What a message was about, after its day and hour. */
  readonly sentAs: {
    readonly service: string;
    readonly relational: string;
    readonly renewal: string;
    readonly ofPartner: (partner: string) => string;
    /** Of several whose lines are the same. */
    readonly several: (sent: string, count: string) => string;
  };
  /** Another code was asked for, and, further down, where it goes. */
  readonly anotherCode: (moment: string) => string;
  readonly sentWhere: (where: string) => string;
  /** No other code may be asked for now: when one may be; how; and what to do meanwhile where none comes. */
  readonly lastCode: (next: string) => string;
  readonly reopen: string;
  readonly lateForNow: Readonly<Record<AddressKind, string>>;
  /** Everything is stopped already, or all that comes by the means of this page: by a refusal, or by a request for erasure. */
  readonly refusedAll: (name: string) => string;
  readonly refusedBy: (by: string, name: string) => string;
  /** What an agreement to tracking that is recorded now is for, after the sentence that says that it is. */
  readonly agreedTo: (what: string, by: string) => string;
  /** What comes: again, or for the first time, by an agreement that is recorded now; still, after a stop of something else. */
  readonly comes: Readonly<Record<'again' | 'now' | 'still', (what: string, by: string) => string>>;
  /** Before what the person wrote with a request that is recorded. */
  readonly youWrote: string;
  /** Where no code comes: what one may ask the advertiser for; from where one writes, before the reference of the message; and when it answers (GDPR art. 12, § 3). */
  readonly noCode: {
    readonly heading: string;
    readonly what: (name: string) => string;
    readonly from: Readonly<Record<AddressKind, string>>;
    readonly reply: (name: string) => string;
  };
  /** A code that does not open, while no other may be asked for. */
  readonly wrongLast: string;
  /** How many codes one gets, in figures: before the first is asked for, and on the open page, which needs another one once it was left. */
  readonly limits: (anHour: string, aDay: string) => string;
  readonly oneGo: (anHour: string, aDay: string) => string;
  /** What each of the two buttons stops that come before a code. */
  readonly twoButtons: string;
  /** Below the address that the page is of: there may be others, which a copy names; and the link to that request. */
  readonly others: string;
  readonly askCopy: string;
  /** Links within the open page: their name, and the words of those that no other heading has. */
  readonly onPage: { readonly label: string; readonly held: string; readonly ask: string };
}
