import { exampleOf, messageEvent } from './message-event.ts';

export { MessageDetail as Detail } from './message-event.ts';

/** Completes "is published when …". */
export const when = 'the message waits for a lawful moment, and again for each new moment';

export const example = exampleOf('deferred', { channel: 'sms', dueAt: '2026-11-25T07:00:00.000Z' }, [
  { code: 'QUIET_HOURS_SMS', article: 'af2m-sms/2026-03-01' },
]);

export const event = messageEvent('deferred');
