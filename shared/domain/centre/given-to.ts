import type { Instant } from '../ids.ts';
import type { Disclosure } from '../partner/disclosure.ts';

/** Partners that a page lists. */
const MOST_SHOWN = 30;

/** A partner that data of a person went to, and when they last did. */
export interface GivenTo {
  readonly partner: string;
  readonly at: Instant;
}

/** To whom data went, each partner once, the latest first: not from whom they came. */
export const givenTo = (disclosures: readonly Disclosure[]): readonly GivenTo[] => {
  const latest = new Map<string, GivenTo>();
  for (const { partner, role, disclosedAt } of disclosures.toSorted((a, b) => (a.disclosedAt < b.disclosedAt ? -1 : 1)))
    if (role === 'recipient') latest.set(partner.siren, { partner: partner.name, at: disclosedAt });
  return [...latest.values()].toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST_SHOWN);
};
