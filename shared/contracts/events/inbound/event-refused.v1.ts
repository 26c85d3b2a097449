import * as z from 'zod/mini';
import { about } from '../../../domain/about.ts';
import { FAILURE_CODES } from '../../../domain/failure.ts';
import { Instant } from '../../../domain/ids.ts';
import { announced } from '../event.ts';

/** Completes "is published when …". */
export const when =
  'an event that an application put on the bus cannot be done: it is parked, and an operator can redrive it';

const Fault = z.strictObject({ pointer: z.string(), detail: z.optional(z.string()) });

export const Detail = z.strictObject({
  eventId: about('The id that EventBridge gave the event, as PutEvents answered it.', z.string()),
  type: about('The type of the event. Absent: it is of no type that is known here.', z.optional(z.string())),
  code: about(
    'Why, as a code of docs/problems; unauthenticated: its source is not among those that the deployment admits.',
    z.enum(FAILURE_CODES),
  ),
  errors: about(
    'What is wrong in it: where, as a JSON Pointer into the event, and how, but for what would quote its content. Absent: the code says it.',
    z.optional(z.array(Fault)),
  ),
  refusedAt: about('When it was refused, in UTC; of an event that comes again, the last time.', Instant),
});
type Detail = z.infer<typeof Detail>;

export const example: z.input<typeof Detail> = {
  eventId: '6f87d8e2-4c0b-4d38-9c15-0c2b7a1f4e55',
  type: 'consent.collected.v1',
  code: 'invalid-request',
  errors: [{ pointer: '/detail/givenAt', detail: 'in the future' }],
  refusedAt: '2026-11-24T10:00:01.000Z',
};

export const event = announced<Detail>('event.refused.v1');
