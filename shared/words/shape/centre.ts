import type { AskedInCentre } from '#shared/domain/centre/asked.ts';
import type { HeldFamily } from '#shared/domain/centre/held.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { Purpose } from '#shared/domain/message/channel.ts';
import type { REPORTED_VIA } from '#shared/domain/opposition/opposition.ts';
import type { AcknowledgementWords } from '#shared/domain/rights/acknowledgement.ts';
import type { RightsRequest } from '#shared/domain/rights/rights-request.ts';
import type { SaleType } from '#shared/domain/sale/sale.ts';

/** The sentences of the preference centre in one language. Arguments are plain text, days in words. */
export interface CentreWords {
  /** The button that stops everything. */
  readonly stopAll: (name: string) => string;
  /** Before the code is typed. */
  readonly closed: {
    readonly title: (name: string) => string;
    readonly free: string;
    readonly rest: (name: string) => string;
    /** In place of `rest` and `why`, by the link of a request that the advertiser received. */
    readonly restForRequest: string;
    readonly why: string;
    readonly whyForRequest: string;
    readonly send: string;
    readonly again: string;
    readonly type: string;
    readonly hint: string;
    readonly open: string;
  };
  /** What became of what was asked. */
  readonly said: {
    readonly sent: string;
    /** In place of `sent`, by the same link. */
    readonly sentForRequest: string;
    readonly 'too-many': string;
    readonly 'no-sender': string;
    readonly 'wrong-code': string;
    readonly 'no-code': string;
    readonly closed: string;
    readonly stopped: string;
    readonly agreed: string;
    /** What the advertiser received is theirs. */
    readonly confirmed: string;
    /** No such request waits to be confirmed. */
    readonly settled: string;
    readonly 'not-understood': string;
  };
  /** After it. */
  readonly open: {
    readonly title: (name: string) => string;
    readonly wrongWords: string;
    readonly nothing: (name: string) => string;
    readonly address: (masked: string) => string;
    readonly since: (day: string) => string;
    readonly restricted: string;
    readonly none: string;
    readonly refused: string;
    /** How to receive it again, where no form is offered. */
    readonly backAgain: (name: string) => string;
    readonly declared: string;
    readonly use: (what: string, by: string) => string;
    readonly stop: (what: string, by: string) => string;
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
    /** What can be agreed to: its heading, that nothing hangs on it, the button, and the link to the notice. */
    readonly agree: string;
    readonly free: string;
    readonly act: string;
    readonly formNotice: string;
    /** Messages that left of late. */
    readonly messages: string;
    readonly noMessages: string;
    readonly texts: string;
    readonly sent: (day: string, by: string) => string;
    readonly ask: string;
    readonly kind: string;
    readonly words: string;
    readonly hint: string;
    readonly send: string;
    readonly ends: string;
    readonly kinds: Readonly<Record<AskedInCentre, string>>;
  };
  readonly acknowledgement: AcknowledgementWords;
  readonly families: Readonly<Record<HeldFamily, string>>;
  readonly purposes: Readonly<Record<Purpose, (name: string) => string>>;
  readonly sales: Readonly<Record<SaleType, (day: string) => string>>;
  readonly consents: Readonly<Record<Consent['state'], (day: string, ended: string) => string>>;
  /** Who collected an agreement, where it was not the advertiser; a sentence that follows. */
  readonly collectedBy: (partner: string) => string;
  /** Why the advertiser may write without an agreement or a sale, and where the coordinates come from; sentences of their own. */
  readonly capacities: {
    readonly professional: string;
    readonly legalPerson: string;
    readonly source: (source: string) => string;
    readonly sourceOn: (source: string, day: string) => string;
  };
  /** What is refused, since a day: everything; everything by a means; one purpose by a means. */
  readonly refusals: {
    /** How it came, where the advertiser received it; a sentence that follows. */
    readonly received: Readonly<Record<Exclude<(typeof REPORTED_VIA)[number], 'letter'> | 'onPaper', string>>;
    /** After the day, where something of it was agreed to since. */
    readonly agreedSince: string;
    readonly everything: (day: string) => string;
    readonly means: (by: string, day: string) => string;
    readonly purpose: (what: string, by: string, day: string) => string;
  };
}
