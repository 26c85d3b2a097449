import { exampleOf, messageEvent } from './message-event.ts';

export { MessageDetail as Detail } from './message-event.ts';

/** Completes "is published when …". */
export const when = 'a verdict ends the message';

export const example = exampleOf('refused', { codes: ['OPPOSED_CHANNEL'], settledAt: '2026-11-24T10:00:05.000Z' });

export const event = messageEvent('refused');
