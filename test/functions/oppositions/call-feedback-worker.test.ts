import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ADVERTISER_ID, messageId, NOW } from '#test/support/builders.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { startFeedbackWorker } from '#test/support/reports/feedback-worker.ts';

/** The function that a flow invokes, and that reads the ends of calls, where no store and no service answers. */
let handler: Awaited<ReturnType<typeof startFeedbackWorker>>['handler'];
let written: string[] = [];

beforeAll(async () => {
  ({ handler, written } = await startFeedbackWorker('eu-central-1'));
});
afterEach(() => {
  written.length = 0;
});

const PHONE = '+33639981234';
const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/12345678-1234-1234-1234-123456789012';
const context = { getRemainingTimeInMillis: () => 30_000 };
const run = (event: unknown) => askedBy('apply-email-feedback', () => handler(event, context));
const ofQueue = (body: object) =>
  run({ Records: [{ messageId: 'r', body: JSON.stringify(body), attributes: { ApproximateReceiveCount: '1' } }] });
const AGAIN = { batchItemFailures: [{ itemIdentifier: 'r' }] };

const ended = (detail: object = {}, envelope: object = {}) => ({
  version: '0',
  'detail-type': 'Amazon Connect Contact Event',
  source: 'aws.connect',
  detail: {
    eventType: 'DISCONNECTED',
    contactId: '11111111-1111-1111-1111-111111111111',
    instanceArn: INSTANCE,
    disconnectTimestamp: NOW,
    tags: { 'aws:connect:systemEndpoint': PHONE },
    ...detail,
  },
  ...envelope,
});
const said = (attributes: object, parameters: object = { pressed: 'key' }) => ({
  Details: {
    ContactData: {
      ContactId: '11111111-1111-1111-1111-111111111111',
      Attributes: attributes,
      CustomerEndpoint: { Address: PHONE, Type: 'TELEPHONE_NUMBER' },
    },
    Parameters: parameters,
  },
  Name: 'ContactFlowEvent',
});
const OURS = { advertiserId: ADVERTISER_ID, messageId: messageId('one'), script: `<speak>${PHONE}</speak>` };

describe('the end of a call', () => {
  test('P8: whose attributes cannot be read comes again, and no number is in the log', async () => {
    expect(await ofQueue(ended())).toEqual(AGAIN);
    expect(written.join('\n')).toContain('record-redelivered');
    expect(written.join('\n')).not.toContain(PHONE.slice(1));
  });

  test.each([
    ['of another source', ended({}, { source: 'shop.orders' })],
    ['that goes on', ended({ eventType: 'CONNECTED_TO_SYSTEM' })],
    ['of no instance', ended({ instanceArn: PHONE })],
    ['of no call', ended({ contactId: '../secrets' })],
  ])('one %s goes to the dead letters with its body', async (_, event) => {
    expect(await ofQueue(event)).toEqual(AGAIN);
    expect(written.filter((line) => line.includes('record-failed'))).toHaveLength(1);
    expect(written.join('\n')).not.toContain(PHONE.slice(1));
  });
});

describe('a key that a flow reports', () => {
  test.each([
    ['cannot be stored now', said(OURS)],
    ['is of no message', said({ advertiserId: ADVERTISER_ID })],
    ['is no key', said(OURS, { pressed: PHONE })],
  ])('P8: which %s fails, so that the flow goes on trying, and quotes nothing', async (_, event) => {
    await expect(run(event)).rejects.toThrow(/^the event was not applied$/);
    expect(written.filter((line) => line.includes('record-failed'))).toHaveLength(1);
    expect(written.join('\n')).not.toContain(PHONE.slice(1));
  });
});
