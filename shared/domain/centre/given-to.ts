import type { Instant } from '../ids.ts';
import type { Disclosure } from '../partner/disclosure.ts';

/** Partners that a page lists. */
const MOST_SHOWN = 30;

/** A partner that data of a person went to, and when they last did. */
interface GivenTo {
  readonly partner: string;
  readonly at: Instant;
}

/** The partners that a page lists, the latest first, and whether there are more than it lists. */
export interface GivenToList {
  readonly listed: readonly GivenTo[];
  readonly hasMore: boolean;
}

/** To whom data went, each partner once: not from whom they came. */
export const givenTo = (disclosures: readonly Disclosure[]): GivenToList => {
  const latest = new Map<string, GivenTo>();
  for (const { partner, role, disclosedAt } of disclosures.toSorted((a, b) => (a.disclosedAt < b.disclosedAt ? -1 : 1)))
    if (role === 'recipient') latest.set(partner.siren, { partner: partner.name, at: disclosedAt });
  const all = [...latest.values()].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return { listed: all.slice(0, MOST_SHOWN), hasMore: all.length > MOST_SHOWN };
};
