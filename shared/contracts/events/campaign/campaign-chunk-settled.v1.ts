import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { Change } from '#shared/domain/change.ts';
import { Instant } from '#shared/domain/ids.ts';
import { eventType } from '../event.ts';
import { CountsByState, EXAMPLE_OF_RUN, OF_RUN } from './campaign-event.ts';

/** Completes "is published when …". */
export const when = 'a chunk of a campaign, 50 recipients at most, was taken up, and it is stored what came of each';

export const Detail = z.strictObject({
  ...OF_RUN,
  chunkId: about('The chunk: each has one outcome, so that an event that comes twice has the same id.', z.string()),
  settledAt: about('When it was settled, in UTC.', Instant),
  recipients: about(
    'How many of its recipients are in each state. waiting, deferred, in-review and unknown come up again in a later chunk; every other state is final, and the final ones of all chunks of a run add up to its recipients.',
    CountsByState,
  ),
});

export const example: z.input<typeof Detail> = {
  ...EXAMPLE_OF_RUN,
  chunkId: 'a1B2c3D4e5F6g7H8i9J0kL',
  settledAt: '2026-12-01T08:00:09.000Z',
  recipients: { sent: 46, refused: 3, deferred: 1 },
};

const detailOf = (change: Change): z.infer<typeof Detail> | undefined => {
  if (change.of !== 'chunk') return undefined;
  const { of: _, totals: recipients, ...detail } = change;
  return { ...detail, recipients };
};

export const event = eventType('campaign.chunk.settled.v1', detailOf);
