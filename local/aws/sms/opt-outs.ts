import type { Holds } from '../../lambda/holds.ts';
import { textOf } from '../../template/json.ts';
import type { AwsAnswer, AwsCall } from '../call.ts';
import { textAnswer, textRefused } from './text-refusal.ts';

/** The one list of this machine, as each account has one. */
const LIST = 'Default';
/** Numbers of one page here: few, so that a list of some is read in several. */
const PAGE = 3;

/** What is asked of lists of opt-outs. */
export const isOfOptOuts = ({ operation }: AwsCall): boolean => operation === 'DescribeOptedOutNumbers';

/** AWS End User Messaging, as far as its lists of opt-outs are read. */
export const answerOfOptOuts = ({ input }: AwsCall, holds: Pick<Holds, 'optedOut'>): AwsAnswer => {
  if (textOf(input.OptOutListName) !== LIST) return textRefused({ name: 'ResourceNotFoundException' });
  const all = [...holds.optedOut()].toSorted(([one], [other]) => one.localeCompare(other));
  const from = Number(textOf(input.NextToken) || 0);
  const OptedOutNumbers = all.slice(from, from + PAGE).map(([OptedOutNumber, at]) => ({
    OptedOutNumber,
    OptedOutTimestamp: Date.parse(at) / 1000,
    EndUserOptedOut: true,
  }));
  const next = from + PAGE < all.length ? { NextToken: String(from + PAGE) } : {};
  return textAnswer(200, { OptOutListName: LIST, OptedOutNumbers, ...next });
};
