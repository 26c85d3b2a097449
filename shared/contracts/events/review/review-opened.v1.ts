import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { Change } from '#shared/domain/change.ts';
import { Instant } from '#shared/domain/ids.ts';
import { eventType } from '../event.ts';
import { EXAMPLE_OF_REVIEW, OF_REVIEW } from './review-event.ts';

/** Completes "is published when …". */
export const when = 'a message meets, for the first time, a cause that a human must decide';

export const Detail = z.strictObject({
  ...OF_REVIEW,
  openedAt: about('When the cause was first met, in UTC.', Instant),
});

export const example: z.input<typeof Detail> = { ...EXAMPLE_OF_REVIEW, openedAt: '2026-11-24T10:00:00.000Z' };

const detailOf = (change: Change): z.infer<typeof Detail> | undefined => {
  if (change.of !== 'review') return undefined;
  const { of: _, ...detail } = change;
  return detail;
};

export const event = eventType('review.opened.v1', detailOf);
