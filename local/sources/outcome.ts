import type { Outcome } from '../lambda/instance.ts';
import { at, type Json, listOf, textOf } from '../template/json.ts';

/**
 * What a batch function answered: the identifiers of the items to deliver again, or `all` when it failed, crashed or
 * answered something else than Lambda understands ("Reporting batch item failures").
 */
export const failedItems = (outcome: Outcome, isReporting: boolean): readonly string[] | 'all' => {
  if (outcome.kind !== 'result') return 'all';
  const failures = at(outcome.result as Json, 'batchItemFailures');
  if (!isReporting || failures === undefined || failures === null) return [];
  const identifiers = listOf(failures).map((failure) => textOf(at(failure, 'itemIdentifier')));
  return identifiers.includes('') ? 'all' : identifiers;
};
