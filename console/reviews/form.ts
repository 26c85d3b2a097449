import * as z from 'zod/mini';
import { addDaysTo } from '#shared/domain/time/calendar.ts';
import { Day } from '#shared/domain/time/day.ts';
import { maybe } from '../frame/asked.ts';

/** What the form of a review sends. */
export const DecisionForm = z.object({
  advertiser: maybe,
  review: z.string().check(z.regex(/^rev_[A-Za-z0-9_-]{22}$/)),
  decision: z._default(z.enum(['', 'allowed', 'refused']), ''),
  reason: maybe,
  decider: maybe,
  /** The last day, as a field of a date has it. */
  last: maybe,
  channel: maybe,
  category: maybe,
});
export type DecisionForm = z.infer<typeof DecisionForm>;

/** Whether a last day was given that is none: 31 February, or a year beyond those that are kept. */
export const isNoDay = ({ last }: Pick<DecisionForm, 'last'>): boolean => last !== '' && !Day.safeParse(last).success;

/** The end of a day in Paris, in winter an hour before it: no decision applies for longer than was said. */
const endOf = (day: string): string => `${addDaysTo(day, 1)}T00:00:00+02:00`;

/** What is asked of the API. Throws `RangeError` where `isNoDay`. */
export const requestOf = (form: DecisionForm): object => {
  const { decision, reason, decider, last, channel, category } = form;
  if (isNoDay(form)) throw new RangeError('The last day is no day.');
  const appliesTo = {
    ...(channel === '' ? {} : { channels: [channel] }),
    ...(category === '' ? {} : { offerCategories: [category] }),
  };
  return {
    decision,
    reason,
    decider,
    ...(last === '' ? {} : { until: endOf(last) }),
    ...(Object.keys(appliesTo).length === 0 ? {} : { appliesTo }),
  };
};
