import * as fc from 'fast-check';
import { ADVERTISER, type World } from '../world.ts';
import { type Edit, edited, edits } from './edits.ts';
import { eventOf, SPOKEN_FOR } from './events.ts';
import { DATES, TEXTS } from './hostile.ts';

type QueueName = 'send' | 'campaign' | 'sms-replies' | 'email-feedback' | 'inbound-events';

/** A batch of a queue: spoiled records, and one that is as it should be. */
export interface Batch {
  readonly kind: 'queue';
  readonly queue: QueueName;
  readonly spoiled: readonly {
    readonly edits: readonly Edit[];
    readonly raw: string | undefined;
    readonly when: string;
  }[];
  /** Where among them the good one is. */
  readonly good: number;
  /** Of the number that the good reply comes from. */
  readonly who: number;
}

export const batch: fc.Arbitrary<Batch> = fc.record({
  kind: fc.constant('queue' as const),
  queue: fc.constantFrom('send', 'campaign', 'sms-replies', 'email-feedback', 'inbound-events', 'inbound-events'),
  spoiled: fc.array(
    fc.record({
      edits,
      raw: fc.option(fc.constantFrom(...TEXTS, '[', '{"Message":"{"}', '{"Message":{}}', `{"a":${'['.repeat(5_000)}`), {
        nil: undefined,
        freq: 4,
      }),
      when: fc.constantFrom(...DATES),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  good: fc.nat(3),
  who: fc.nat(99),
});

const messageId = (world: World): string => world.known.get('messageId')?.[0] ?? '';

/** Of the campaign that was made with the world, or of one that nobody made. */
const campaignId = (world: World): string => world.known.get('campaignId')?.[0] ?? `cmp_${'x'.repeat(22)}`;

/** What each queue carries when all is well: our own entry, AWS's text message, an event of SES, one of an application. */
const wellFormed = (world: World, queue: QueueName, when: string, who: number): object => {
  if (queue === 'send') return { advertiserId: ADVERTISER, messageId: messageId(world), attempt: 0 };
  if (queue === 'campaign')
    return { advertiserId: ADVERTISER, campaignId: campaignId(world), scheduledAt: when, chunkId: 'x'.repeat(22) };
  if (queue === 'sms-replies')
    return {
      originationNumber: `+336998872${String(who).padStart(2, '0')}`,
      destinationNumber: '36105',
      messageKeyword: 'STOP',
      messageBody: 'STOP',
      previousPublishedMessageId: 'wJalrXUtnFEMI',
      inboundMessageId: `reply-${who}-${when}`,
    };
  if (queue === 'inbound-events') {
    const advertiserId = SPOKEN_FOR[when.length % SPOKEN_FOR.length];
    return eventOf(who, who, when.startsWith('2026-11-24T09:30') ? {} : { advertiserId, givenAt: when });
  }
  return {
    eventType: 'Complaint',
    complaint: {
      complainedRecipients: [{ emailAddress: 'x@fuite.example' }],
      complaintSubType: null,
      complaintFeedbackType: 'abuse',
      timestamp: when,
      feedbackId: `feedback-${when}`,
    },
    mail: {
      timestamp: when,
      messageId: 'ses-1',
      tags: { advertiserId: [ADVERTISER], messageId: [messageId(world)] },
    },
  };
};

const bodyOf = (queue: QueueName, value: unknown): string =>
  queue === 'send' || queue === 'campaign' || queue === 'inbound-events'
    ? (JSON.stringify(value) ?? '')
    : JSON.stringify({ Type: 'Notification', Message: JSON.stringify(value) ?? '' });

/** The records of a batch, and which of them is good. */
export const recordsOf = (world: World, { queue, spoiled, good, who }: Batch) => {
  const bodies = spoiled.map(
    ({ edits: changes, raw, when }, index) =>
      raw ?? bodyOf(queue, edited(wellFormed(world, queue, when, 50 + index), changes)),
  );
  const at = good % (bodies.length + 1);
  const whole = bodies.toSpliced(at, 0, bodyOf(queue, wellFormed(world, queue, '2026-11-24T09:30:00.000Z', who % 50)));
  const records = whole.map((body, index) => ({
    messageId: `record-${index}`,
    body,
    attributes: { ApproximateReceiveCount: '1' },
  }));
  return { records, goodId: `record-${at}` };
};
