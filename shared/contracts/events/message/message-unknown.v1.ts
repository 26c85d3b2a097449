import { exampleOf, messageEvent } from './message-event.ts';

export { MessageDetail as Detail } from './message-event.ts';

/** Completes "is published when …". */
export const when =
  'the provider does not answer, or the table was restored and the message may have left before; it is never sent again';

export const example = exampleOf('unknown', { handedOffAt: '2026-11-24T10:00:05.000Z' });

export const event = messageEvent('unknown');
