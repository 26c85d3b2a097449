import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { Change } from '#shared/domain/change.ts';
import { ReviewDecision } from '#shared/domain/review/review.ts';
import { eventType } from '../event.ts';
import { EXAMPLE_OF_REVIEW, OF_REVIEW } from './review-event.ts';

/** Completes "is published when …". */
export const when = 'a human decides; each later decision has the next number and replaces the one before';

const { decision, appliesTo, until, number, decidedAt } = ReviewDecision.shape;

export const Detail = z.strictObject({
  ...OF_REVIEW,
  decision: about('What was decided of the messages that meet the cause.', decision),
  appliesTo: about('The channels and categories it is limited to; absent: all.', appliesTo),
  until: about('When it ends, in UTC; absent: it does not. No event is published then.', until),
  number: about('Orders the decisions on one review.', number),
  decidedAt: about('When it was decided, in UTC.', decidedAt),
});

export const example: z.input<typeof Detail> = {
  ...EXAMPLE_OF_REVIEW,
  decision: 'allowed',
  number: 1,
  decidedAt: '2026-11-24T15:00:00.000Z',
};

const detailOf = (change: Change): z.infer<typeof Detail> | undefined => {
  if (change.of !== 'decision') return undefined;
  const { of: _, decision: taken, ...cause } = change;
  return { ...cause, ...taken };
};

export const event = eventType('review.decided.v1', detailOf);
