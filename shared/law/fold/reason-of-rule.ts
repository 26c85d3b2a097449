import type { StoredReason } from '#shared/domain/message/verdict.ts';
import type { Exception, FlatProhibition, Prohibition, TimedProhibition } from '../article.ts';
import type { Facts } from '../facts/facts.ts';
import { asksToRenew } from '../readings/class-of.ts';

/** A reason as stored: absent parts are left out. Written field by field, since the fold makes many. */
export const reason = (code: string, article?: string, factId?: string, detail?: string): StoredReason => {
  const made: StoredReason = { code };
  if (article !== undefined) made.article = article;
  if (factId !== undefined) made.factId = factId;
  if (detail !== undefined) made.detail = detail;
  return made;
};

/** A sentence for consumers concerns every recipient of unknown kind. */
export const concernsRecipient = ({ concerns }: Prohibition, facts: Facts): boolean =>
  concerns === undefined ||
  ((concerns.audience === undefined || facts.isConsumer) &&
    (concerns.renewalRequests === undefined || asksToRenew(facts)) &&
    (concerns.recordedReading === undefined || facts.readings.includes(concerns.recordedReading)));

/**
 * One of the exceptions holds. Apart from the question whether a sentence forbids, which is asked of every sentence: a
 * function that may close over the facts takes memory for it at each call, also where it does not come to that.
 */
export const isExcepted = <Judged extends readonly unknown[]>(
  exceptions: readonly Exception<Judged>[],
  ...judged: Judged
): boolean => exceptions.some((exception) => exception.when(...judged));

/** The sentence forbids, and none of its exceptions holds. */
export const forbidsMessage = (rule: FlatProhibition | TimedProhibition, facts: Facts): boolean =>
  rule.when(facts) && concernsRecipient(rule, facts) && !(rule.unless !== undefined && isExcepted(rule.unless, facts));

/** With one more. Most lists of a verdict stay empty or hold one, so that none is made before it is needed. */
export const plus = <One>(all: One[] | undefined, one: One): One[] => {
  if (all === undefined) return [one];
  all.push(one);
  return all;
};
