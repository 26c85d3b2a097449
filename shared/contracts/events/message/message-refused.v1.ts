import { exampleOf, messageEvent } from './message-event.ts';

export { MessageDetail as Detail } from './message-event.ts';

/** Completes "is published when …". */
export const when = 'a verdict ends the message';

export const example = exampleOf('refused', { settledAt: '2026-11-24T10:00:05.000Z' }, [
  { code: 'OPPOSED_CHANNEL', article: 'rgpd-21/2018-05-25' },
]);

export const event = messageEvent('refused');
