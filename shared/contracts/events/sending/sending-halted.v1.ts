import * as z from 'zod/mini';
import { eventType } from '../event.ts';
import { haltChanged, OF_SENDING } from './sending-event.ts';

/** Completes "is published when …". */
export const when =
  'an operator stops all hand-offs, or those of one advertiser; accepted messages wait and are put back until their validity ends';

export const Detail = z.strictObject(OF_SENDING);

export const example: z.input<typeof Detail> = {
  advertiserId: 'maison-roy',
  number: 1,
  at: '2026-11-27T09:30:00.000Z',
};

export const event = eventType('sending.halted.v1', (change): z.infer<typeof Detail> | undefined =>
  haltChanged(change, 'halt'),
);
