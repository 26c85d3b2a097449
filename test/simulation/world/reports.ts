import type { Queue } from './queue.ts';
import type { Received } from './sink.ts';

const instantOf = (at: number): string => new Date(at).toISOString();

/** An event as a topic brings it. */
export const onTopic = (event: object): string => JSON.stringify({ Message: JSON.stringify(event) });

/** What SES reports of mails that it took. */
export const reportsOf = (now: () => number, queue: Queue, advertiserOf: (address: string) => string) => {
  const report = (received: Received, eventType: string, more: object = {}): void => {
    const { address, messageId, contactTag, providerId, at } = received;
    const tags = {
      advertiserId: [advertiserOf(address)],
      messageId: [messageId],
      ...(contactTag === undefined ? {} : { contactId: [contactTag] }),
    };
    const mail = { timestamp: instantOf(at), messageId: providerId, tags };
    queue.put(onTopic({ eventType, mail, ...more }), 1);
  };
  return {
    delivery: (received: Received): void => report(received, 'Delivery'),
    complaint: (received: Received): void =>
      report(received, 'Complaint', { complaint: { timestamp: instantOf(now()), feedbackId: received.providerId } }),
    bounce: (received: Received): void => {
      const kind = { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: [] };
      report(received, 'Bounce', { bounce: { timestamp: instantOf(now()), ...kind } });
    },
  };
};
