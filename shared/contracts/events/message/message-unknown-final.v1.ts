import { exampleOf, messageEvent } from './message-event.ts';

export { MessageDetail as Detail } from './message-event.ts';

/** Completes "is published when …". */
export const when = '24 hours have passed since the message may have left, and no report says what became of it';

export const example = exampleOf('unknown-final', {
  handedOffAt: '2026-11-24T10:00:05.000Z',
  settledAt: '2026-11-25T10:00:05.000Z',
});

export const event = messageEvent('unknown-final');
