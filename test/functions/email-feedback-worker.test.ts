import type { SQSEvent } from 'aws-lambda';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ADVERTISER_ID, messageId, NOW } from '#test/support/builders.ts';
import { reportOf } from '#test/support/mail-reports.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { startFeedbackWorker } from '#test/support/reports/feedback-worker.ts';
import { textEventOf } from '#test/support/reports/text-events.ts';

let handler: Awaited<ReturnType<typeof startFeedbackWorker>>['handler'];
let written: string[] = [];

beforeAll(async () => {
  ({ handler, written } = await startFeedbackWorker('eu-west-3'));
});
afterEach(() => {
  written.length = 0;
});

const ADDRESS = 'camille@example.fr';
const OF = { advertiserId: ADVERTISER_ID, messageId: messageId('one'), address: ADDRESS };
const notification = (event: unknown) => JSON.stringify({ Type: 'Notification', Message: JSON.stringify(event) });
const run = (...bodies: string[]) => {
  const Records = bodies.map((body, index) => ({
    messageId: `record-${index}`,
    body,
    attributes: { ApproximateReceiveCount: '1' },
  }));
  return askedBy('apply-email-feedback', () =>
    handler({ Records } as unknown as SQSEvent, { getRemainingTimeInMillis: () => 30_000 }),
  );
};
const again = (...records: number[]) => ({
  batchItemFailures: records.map((index) => ({ itemIdentifier: `record-${index}` })),
});

describe('the worker of events of texts', () => {
  const PHONE = '+33639981234';
  const context = { advertiserId: ADVERTISER_ID, messageId: messageId('one') };
  const eventWith = (given: object, of: object = context) => ({
    ...textEventOf({ context: of, to: PHONE, messageId: 'eum-1' }, { eventType: 'TEXT_BLOCKED' }, Date.parse(NOW)),
    ...given,
  });

  test('P8: one that cannot be applied now comes again, and no number is in the log', async () => {
    expect(await run(notification(eventWith({})))).toEqual(again(0));
    expect(written.join('\n')).toContain('record-redelivered');
    expect(written.join('\n')).not.toContain(PHONE.slice(1));
  });

  test.each([
    ['without our ids', eventWith({}, {})],
    ['of a kind that is none', eventWith({ eventType: PHONE })],
    ['of no time', eventWith({ eventTimestamp: 'yesterday' })],
    ['of a time that nothing stored may have', eventWith({ eventTimestamp: 253_402_300_800_000 })],
    ['that does not say whether it is final', eventWith({ isFinal: undefined })],
    ['of no text', eventWith({ messageId: '' })],
  ])('one %s goes to the dead letters with its body', async (_, event) => {
    expect(await run(notification(event))).toEqual(again(0));
    expect(written.filter((line) => line.includes('record-failed'))).toHaveLength(1);
    expect(written.join('\n')).not.toContain(PHONE.slice(1));
  });
});

describe('the worker of reports of SES', () => {
  test('P8: a report that cannot be applied now comes again, and no address is in the log', async () => {
    const complaint = reportOf(OF, { event: 'Complaint', feedbackType: 'abuse' }, NOW);
    expect(await run(notification(complaint))).toEqual(again(0));
    expect(written.join('\n')).toContain('record-redelivered');
    expect(written.join('\n')).not.toContain(ADDRESS);
  });

  test('one without our tags, and one that is no report, go to the dead letters with their body', async () => {
    const { mail, ...rest } = reportOf(OF, { event: 'Complaint' }, NOW) as { mail: object };
    expect(await run(notification({ ...rest, mail: { ...mail, tags: {} } }), 'hello')).toEqual(again(0, 1));
    expect(written.filter((line) => line.includes('record-failed'))).toHaveLength(2);
    expect(written.join('\n')).not.toContain(ADDRESS);
  });

  test.each([
    '+010000-01-01T00:00:00Z',
    '+275760-09-13T00:00:00.000Z',
    '-000001-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
  ])('one of %s, which no contact that is stored may hold, goes to the dead letters', async (at) => {
    const complaint = reportOf(OF, { event: 'Complaint', feedbackType: 'abuse' }, at as typeof NOW);
    expect(await run(notification(complaint))).toEqual(again(0));
    expect(written.filter((line) => line.includes('record-failed'))).toHaveLength(1);
  });

  test('an event that nobody asked for is done, and said in the log', async () => {
    const opened = { ...reportOf(OF, { event: 'Send' }, NOW), eventType: 'Open' };
    expect(await run(notification(opened))).toEqual(again());
    expect(written.join('\n')).toContain('email-feedback-ignored');
  });

  test('P8: whatever stands in place of the name of an event is not logged', async () => {
    const strange = { ...reportOf(OF, { event: 'Send' }, NOW), eventType: ADDRESS };
    expect(await run(notification(strange))).toEqual(again());
    expect(written.join('\n')).toContain('email-feedback-ignored');
    expect(written.join('\n')).not.toContain(ADDRESS);
  });
});
