import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type QueueAndBus, startQueueAndBus } from '#test/support/queue-and-bus.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { started } from '../support/cold-start.ts';
import { WITH_TIME } from '../support/public-functions.ts';

let world: QueueAndBus;
let handler: typeof import('#functions/workers/apply-sms-reply.ts').handler;

beforeAll(async () => {
  world = await startQueueAndBus();
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-3',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    // Nothing listens there: neither table nor secrets can be reached.
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    AWS_ENDPOINT_URL_SQS: world.url,
    STAGE: 'test',
    TABLE_NAME: 'aval',
    FINGERPRINT_SECRET_ID: 'fingerprint',
    DATA_SECRET_ID: 'data',
    KEY_ARN: 'key',
    CONFIRM_STOP: 'yes',
    ...{ PROVIDER_ROUTE: 'none', SMS_ROUTE: 'none', TEXT_SECRET_ID: 'none' },
    SMS_REPLIES_PARKED_QUEUE_URL: `${world.url}/000000000000/sms-replies-dlq`,
    SMS_REPLIES_TOPIC_ARN: 'sms-replies',
    TOKEN_SECRET_ID: 'token',
    PUBLIC_BASE_URL: 'https://stop.example.fr',
  });
  ({ handler } = await started<typeof import('#functions/workers/apply-sms-reply.ts')>('workers/apply-sms-reply'));
});
beforeEach(() => {
  world.queued.length = 0;
});
afterAll(() => world.close());

const run = (body: string) => {
  const record = { messageId: 'record-0', body, attributes: { ApproximateReceiveCount: '1' } };
  return askedBy('apply-sms-reply', () => handler({ Records: [record] } as unknown as SQSEvent, WITH_TIME));
};
const COMES_AGAIN = { batchItemFailures: [{ itemIdentifier: 'record-0' }] };
const inboundMessageId = '0d0b6f1e-7a52-4f4c-9d1e-5b7f1e2a3c4d';
const reply = (changes: object) =>
  JSON.stringify({
    Message: JSON.stringify({
      originationNumber: '+33612345678',
      destinationNumber: '36105',
      messageBody: 'STOP',
      inboundMessageId,
      ...changes,
    }),
  });

describe('the worker of replies by SMS', () => {
  test('P8: a reply that can never be handled is parked at once with its reason, without number or words', async () => {
    expect(await run(reply({ destinationNumber: '' }))).toEqual({ batchItemFailures: [] });
    expect(world.queued).toMatchObject([{ body: { inboundMessageId }, reason: 'not-its-schema' }]);
    expect(JSON.stringify(world.queued)).not.toMatch(/33612345678|STOP/);
  });

  test('one that cannot be parked comes again: it is never dropped', async () => {
    world.fail('queue');
    expect(await run(reply({ messageBody: 7 }))).toEqual(COMES_AGAIN);
  });

  test('P2: with neither secrets nor store, it comes again', async () => {
    expect(await run(reply({}))).toEqual(COMES_AGAIN);
    expect(world.queued).toEqual([]);
  });
});
