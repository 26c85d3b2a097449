import type { Consent } from '#shared/domain/consent/consent.ts';
import type { REPORTED_VIA } from '#shared/domain/opposition/opposition.ts';
import type { SaleType } from '#shared/domain/sale/sale.ts';

/** How the preference centre says why an advertiser may write, and what a person refuses. */
export interface HeldWords {
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
    /** A sentence that follows, where a request for erasure brought it. */
    readonly afterErasure: string;
    readonly everything: (day: string) => string;
    readonly means: (by: string, day: string) => string;
    readonly purpose: (what: string, by: string, day: string) => string;
  };
}
