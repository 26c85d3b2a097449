import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { Change } from '#shared/domain/change.ts';
import { Instant } from '#shared/domain/ids.ts';
import { eventType } from '../event.ts';
import { CountsByState, EXAMPLE_OF_RUN, OF_RUN } from './campaign-event.ts';

/** Completes "is published when …". */
export const when = 'every recipient of a run of a campaign has a final state; of a recurring campaign after each run';

export const Detail = z.strictObject({
  ...OF_RUN,
  startedAt: about('When the run started, in UTC.', Instant),
  finishedAt: about('When it was finished, in UTC.', Instant),
  selected: about('How many recipients were taken from the audience.', z.int()),
  recipients: about('How many of them ended in each state: together they are the selected.', CountsByState),
});

export const example: z.input<typeof Detail> = {
  ...EXAMPLE_OF_RUN,
  startedAt: '2026-12-01T08:00:03.000Z',
  finishedAt: '2026-12-01T09:12:00.000Z',
  selected: 1204,
  recipients: { sent: 1150, refused: 50, expired: 4 },
};

const detailOf = (change: Change): z.infer<typeof Detail> | undefined => {
  if (change.of !== 'run') return undefined;
  const { of: _, cut: selected, totals: recipients, ...detail } = change;
  return { ...detail, selected, recipients };
};

export const event = eventType('campaign.finished.v1', detailOf);
