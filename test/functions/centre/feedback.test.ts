import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { runFeedbackOf } from '#shared/adapters/dynamodb/campaigns/runs/run-feedback.ts';
import { applyEmailFeedback } from '#shared/app/feedback/apply-email-feedback.ts';
import { EmailFeedback, feedbackIn } from '#shared/contracts/queues/email-feedback.ts';
import { contactTagOf } from '#shared/domain/contact/contact-tag.ts';
import { noPause, oneKey } from '#test/support/aws.ts';
import { messageId, NOW } from '#test/support/builders.ts';
import { type FateOfMail, reportOf } from '#test/support/mail-reports.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterAll(() => world.close());

/** What SES reports of a mail with a code to this contact: no message of its id is stored. */
const reported = async (fate: FateOfMail) => {
  const reader = await world.aMessage();
  const event = EmailFeedback.parse(reportOf({ ...reader, messageId: messageId('code') }, fate, NOW));
  const tags = { ...event.mail.tags, contactId: [contactTagOf(reader.contactId)], use: ['code'] };
  const { report, ...of } = feedbackIn(EmailFeedback.parse({ ...event, mail: { ...event.mail, tags } }));
  if (report === undefined) throw new Error('nothing is reported');
  const { ledger, clock, ports, templates, reviews } = world;
  const more = { ledger, clock, templates, reviews, pause: noPause, sameAddress: oneKey, senderSeconds: 60 };
  const runFeedback = runFeedbackOf({ ...world.table, clock });
  await applyEmailFeedback({ ...ports, ...more, runFeedback }, { ...of, report });
  const events = await ledger.listEvents(world.access, reader.contactId);
  return { types: events.map(({ type }) => type), message: await world.message(reader) };
};

test('P2: a complaint about a mail with a code is an opposition, though no message of it is stored', async () => {
  const { types } = await reported({ event: 'Complaint', feedbackType: 'abuse' });
  expect(types).toEqual(['consent-given', 'opposition-registered']);
});

test('a mail with a code that came back is a failure of the address, and of no message', async () => {
  const bounce = { event: 'Bounce', type: 'Permanent', subType: 'General', status: '5.1.1' } as const;
  const { types, message } = await reported(bounce);
  expect([types, message.status]).toEqual([['consent-given', 'delivery-failed'], 'accepted']);
});

test('that SES took it changes nothing, and keeps nobody waiting', async () => {
  const { types } = await reported({ event: 'Send' });
  expect(types).toEqual(['consent-given']);
});
