import type { BasisFacts } from '../facts/basis.ts';
import type { Facts } from '../facts/facts.ts';
import { isBefore } from './edition.ts';

/** Since this edition a verdict says each fault of one code, and its facts say more of some. */
export const SAYS_EACH_FAULT = '2026-11-30.5';

const basisBefore = ({
  otherFaultyMechanisms: _others,
  partnersNotNamed: _partners,
  refusalIsNotRecorded: _refusal,
  functionIsNotRecorded: _function,
  capacityLacks: _capacity,
  dayOfCollectionIsMissing: _day,
  ...known
}: BasisFacts): BasisFacts => known;

/** Facts as an edition knew them: what is only said of a fault, and decides nothing, is not in the hash of its verdicts (P4). */
export const asKnownIn = (edition: string, facts: Facts): Facts => {
  if (!isBefore(edition, SAYS_EACH_FAULT)) return facts;
  const { whyItLiftsNothing: _why, ...known } = facts;
  return { ...known, bases: facts.bases.map(basisBefore) };
};
