import * as z from 'zod/mini';
import { eventType } from '../event.ts';
import { haltChanged, OF_SENDING } from './sending-event.ts';

/** Completes "is published when …". */
export const when =
  'an operator lets hand-offs go on, or says that a restored table has what the journal holds; another halt may still be in force';

export const Detail = z.strictObject(OF_SENDING);

export const example: z.input<typeof Detail> = { number: 2, at: '2026-11-27T10:00:00.000Z' };

export const event = eventType('sending.resumed.v1', (change): z.infer<typeof Detail> | undefined =>
  haltChanged(change, 'resume', 'replayed'),
);
