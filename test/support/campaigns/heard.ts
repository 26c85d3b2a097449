import { withRecipients } from '#shared/adapters/dynamodb/campaigns/recipients/recipients.ts';
import { runFeedbackOf } from '#shared/adapters/dynamodb/campaigns/runs/run-feedback.ts';
import { applyEmailFeedback } from '#shared/app/feedback/apply-email-feedback.ts';
import { EmailFeedback, feedbackIn } from '#shared/contracts/queues/email-feedback.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { noPause, oneKey } from '#test/support/aws.ts';
import type { SendWorld } from '#test/support/send-world.ts';

/** The tags with which a mail was handed over. */
export const tagsOf = (request: Readonly<Record<string, unknown>> | undefined) => {
  const tags = (request?.EmailTags ?? []) as readonly { Name: string; Value: string }[];
  return Object.fromEntries(tags.map(({ Name, Value }) => [Name, [Value]]));
};

/** What SES publishes of a mail that it was handed, the n-th that it took, with the tags that it had; and what the project makes of it. */
export const hear = (world: SendWorld, index: number, report: object) => {
  const mail = { timestamp: world.clock.now(), messageId: 'ses-1', tags: tagsOf(world.stub.taken[index]?.request) };
  const { report: read, ...of } = feedbackIn(EmailFeedback.parse({ ...report, mail }));
  if (read === undefined) throw new Error('nothing is reported');
  const { ledger, clock, ports, templates, reviews } = world;
  const used = { ...ports, messages: withRecipients(world.table, ports.messages), ledger, clock, templates, reviews };
  const others = { pause: noPause, sameAddress: oneKey, senderSeconds: 60 };
  return applyEmailFeedback(
    { ...used, ...others, runFeedback: runFeedbackOf({ ...world.table, clock }) },
    { ...of, report: read },
  );
};

/** A mail that came back, as SES reports it. */
export const bounced = (timestamp: Instant, bounceType = 'Permanent', bounceSubType = 'General') => ({
  eventType: 'Bounce',
  bounce: { timestamp, bounceType, bounceSubType, bouncedRecipients: [] },
});
