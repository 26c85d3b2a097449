import type { AdvertiserId, Instant, MessageId } from '#shared/domain/ids.ts';

/** What SES reports of a mail; a message without `feedbackType` has none. */
export type FateOfMail =
  | { readonly event: 'Send' | 'Reject' | 'DeliveryDelay' }
  | { readonly event: 'Bounce'; readonly type: string; readonly subType: string; readonly status?: string }
  | {
      readonly event: 'Complaint';
      readonly feedbackType?: string | undefined;
      readonly subType?: string;
      readonly feedbackId?: string;
    };

interface Of {
  readonly advertiserId: AdvertiserId;
  readonly messageId: MessageId;
  readonly address: string;
}

const detailOf = (fate: FateOfMail, address: string, timestamp: string): object => {
  if (fate.event === 'Bounce') {
    const { type: bounceType, subType: bounceSubType, status } = fate;
    const recipient = { emailAddress: address, action: 'failed', status, diagnosticCode: 'smtp; 550 user unknown' };
    return {
      bounce: { bounceType, bounceSubType, bouncedRecipients: [recipient], timestamp, feedbackId: 'feedback-1' },
    };
  }
  if (fate.event !== 'Complaint') return {};
  const { feedbackType: complaintFeedbackType, subType: complaintSubType = null, feedbackId = 'feedback-1' } = fate;
  const complainedRecipients = [{ emailAddress: address }];
  return { complaint: { complainedRecipients, complaintSubType, complaintFeedbackType, timestamp, feedbackId } };
};

/**
 * An event written after Amazon SES, "Examples of event data that Amazon SES publishes to Amazon SNS"; the mail was taken at
 * the same instant.
 */
export const reportOf = ({ advertiserId, messageId, address }: Of, fate: FateOfMail, at: Instant): object => ({
  eventType: fate.event,
  ...detailOf(fate, address, at),
  mail: {
    timestamp: at,
    source: 'Maison Valmy <bonjour@maison-valmy.example>',
    sourceArn: 'arn:aws:ses:eu-west-3:123456789012:identity/maison-valmy.example',
    sendingAccountId: '123456789012',
    messageId: 'ses-1',
    destination: [address],
    headersTruncated: false,
    headers: [{ name: 'To', value: address }],
    commonHeaders: { to: [address], subject: 'Nos vins' },
    tags: {
      'ses:configuration-set': ['aval-test-50400s'],
      'ses:tenant-name': ['aval-test'],
      advertiserId: [advertiserId],
      messageId: [messageId],
    },
  },
});
