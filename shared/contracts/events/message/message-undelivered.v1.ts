import { exampleOf, messageEvent } from './message-event.ts';

export { MessageDetail as Detail } from './message-event.ts';

/** Completes "is published when …". */
export const when = 'the provider reports that a message that it took reached nobody';

export const example = exampleOf('undelivered', {
  providerMessageId: '0107019a-1',
  handedOffAt: '2026-11-24T10:00:05.000Z',
  settledAt: '2026-11-24T10:00:09.000Z',
  undeliveredBecause: 'bounced',
});

export const event = messageEvent('undelivered');
