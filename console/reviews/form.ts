import * as z from 'zod/mini';

const maybe = z._default(z.string().check(z.trim()), '');

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

/** The end of a day in Paris, in winter an hour before it: no decision applies for longer than was said. */
const endOf = (day: string): string => {
  const next = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(next.getTime())) throw new RangeError(`no day: ${day}`);
  next.setUTCDate(next.getUTCDate() + 1);
  return `${next.toISOString().slice(0, 10)}T00:00:00+02:00`;
};

/** What is asked of the API. Throws `RangeError` for a day that is none. */
export const requestOf = ({ decision, reason, decider, last, channel, category }: DecisionForm): object => {
  const appliesTo = {
    ...(channel === '' ? {} : { channels: [channel] }),
    ...(category === '' ? {} : { offerCategories: [category] }),
  };
  return {
    ...{ decision, reason, decider },
    ...(last === '' ? {} : { until: endOf(last) }),
    ...(Object.keys(appliesTo).length === 0 ? {} : { appliesTo }),
  };
};
