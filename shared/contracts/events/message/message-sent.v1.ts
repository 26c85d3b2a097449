import { exampleOf, messageEvent } from './message-event.ts';

export { MessageDetail as Detail } from './message-event.ts';

/** Completes "is published when …". */
export const when = 'the provider takes the message';

export const example = exampleOf('sent', {
  providerMessageId: '0107019a-1',
  handedOffAt: '2026-11-24T10:00:05.000Z',
  settledAt: '2026-11-24T10:00:05.000Z',
});

export const event = messageEvent('sent');
