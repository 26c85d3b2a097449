import { exampleOf, messageEvent } from './message-event.ts';

export { MessageDetail as Detail } from './message-event.ts';

/** Completes "is published when …". */
export const when = 'the message cannot be processed and is kept for a human';

export const example = exampleOf('parked', { seq: 0, parkedBecause: 'content-not-found' }, []);

export const event = messageEvent('parked');
