import { exampleOf, messageEvent } from './message-event.ts';

export { MessageDetail as Detail } from './message-event.ts';

/** Completes "is published when …". */
export const when = 'the message waits for the decision of a human';

export const example = exampleOf('in-review', { dueAt: '2026-11-26T10:00:00.000Z' }, [
  { code: 'CLASS_UNCERTAIN', article: 'house-class/2026-11-24' },
]);

export const event = messageEvent('in-review');
