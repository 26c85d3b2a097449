import type { StoredReason } from '../verdict.ts';
import type { FlatProhibition, Prohibition, TimedProhibition } from './article.ts';
import type { Facts } from './facts.ts';

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
  concerns?.audience === undefined || facts.isConsumer;

/** The sentence forbids, and none of its exceptions holds. */
export const forbidsMessage = (rule: FlatProhibition | TimedProhibition, facts: Facts): boolean =>
  rule.when(facts) && concernsRecipient(rule, facts) && !(rule.unless?.some((exception) => exception(facts)) ?? false);

/** With one more. Most lists of a verdict stay empty or hold one, so that none is made before it is needed. */
export const plus = <One>(all: One[] | undefined, one: One): One[] => {
  if (all === undefined) return [one];
  all.push(one);
  return all;
};
