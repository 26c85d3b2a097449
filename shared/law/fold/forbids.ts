import type { BasisProhibition, FlatProhibition, Prohibition, TimedProhibition } from '../article.ts';
import type { BasisFacts } from '../facts/basis.ts';
import type { Facts } from '../facts/facts.ts';
import { asksToRenew, goesOutsideProspecting, isRelational } from '../readings/class-of.ts';

const concernsClass = (scope: Prohibition['concerns'], facts: Facts): boolean =>
  scope?.everyClass === true ||
  !goesOutsideProspecting(facts) ||
  (scope?.relational !== undefined && isRelational(facts));

/** The scope of a sentence covers this message; the channel was looked at when the rules in force were chosen. */
export const concerns = ({ concerns: scope }: Prohibition, facts: Facts, isPrivate = false): boolean =>
  concernsClass(scope, facts) &&
  (scope?.audience === undefined || facts.isConsumer || isPrivate) &&
  (scope?.recipient === undefined || (scope.recipient === 'legal-person') === facts.isRoleAddressOfLegalPerson) &&
  (scope?.referentiel === undefined ||
    (scope.referentiel === 'leaves-out') === (facts.retentionSector !== undefined)) &&
  (scope?.renewalRequests === undefined || asksToRenew(facts)) &&
  (scope?.recordedReading === undefined || facts.readings.includes(scope.recordedReading));

/** The sentence concerns the message, what it forbids is there, and no exception lifts it. */
export const forbidsMessage = (sentence: FlatProhibition | TimedProhibition, facts: Facts): boolean =>
  concerns(sentence, facts) && sentence.when(facts) && !sentence.unless?.some((exception) => exception.when(facts));

/** The same of one basis: the sentence forbids relying on it. */
export const forbidsBasis = (sentence: BasisProhibition, basis: BasisFacts, facts: Facts): boolean =>
  concerns(sentence, facts, basis.isPrivate) &&
  sentence.when(basis, facts) &&
  !sentence.unless?.some((exception) => exception.when(basis, facts));
