import { exampleOf, messageEvent } from './message-event.ts';

export { MessageDetail as Detail } from './message-event.ts';

/** Completes "is published when …". */
export const when = 'the message waits for a lawful moment, and again for each new moment';

export const example = exampleOf('deferred', { codes: ['OUTSIDE_QUIET_HOURS'], dueAt: '2026-11-25T07:00:00.000Z' });

export const event = messageEvent('deferred');
