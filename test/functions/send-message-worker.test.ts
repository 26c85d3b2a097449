import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ADVERTISER_ID, messageId } from '#test/support/builders.ts';
import { type QueueAndBus, startQueueAndBus } from '#test/support/queue-and-bus.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { started } from './support/cold-start.ts';

let world: QueueAndBus;
let handler: typeof import('#functions/workers/send-message.ts').handler;

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
    TABLE_ADOPTED: 'no',
    FINGERPRINT_SECRET_ID: 'fingerprint',
    DATA_SECRET_ID: 'data',
    KEY_ARN: 'key',
    TOKEN_SECRET_ID: 'token',
    CONTENT_BUCKET: 'contents',
    SEND_QUEUE_URL: `${world.url}/000000000000/send`,
    SEND_PARKED_QUEUE_URL: `${world.url}/000000000000/send-parked`,
    PUBLIC_BASE_URL: 'https://stop.maison-valmy.example',
    INBOX_DOMAIN: 'none',
    SES_CONFIGURATION_SETS: 'aval-test-300s',
    PROVIDER_ROUTE: 'none',
    SMS_ROUTE: 'none',
    CALL_ROUTE: 'none',
    PROVIDER_SECRET_ID: 'provider',
  });
  ({ handler } = await started<typeof import('#functions/workers/send-message.ts')>('workers/send-message'));
});
beforeEach(() => {
  world.queued.length = 0;
});
afterAll(() => world.close());

const run = (...bodies: string[]) => {
  const Records = bodies.map((body, index) => ({
    messageId: `record-${index}`,
    body,
    attributes: { ApproximateReceiveCount: '1' },
  }));
  return askedBy('send-message', () =>
    handler({ Records } as unknown as SQSEvent, { getRemainingTimeInMillis: () => 60_000 }),
  );
};
const REFERENCE = { advertiserId: ADVERTISER_ID, messageId: messageId('one'), attempt: 0 };

describe('the worker of the send queue', () => {
  test('poison is parked at once with its reason, and the rest of the batch goes on', async () => {
    const poison = JSON.stringify({ ...REFERENCE, address: 'camille@example.fr' });
    const answer = await run(poison, JSON.stringify(REFERENCE));
    expect(answer.batchItemFailures).not.toContainEqual({ itemIdentifier: 'record-0' });
    expect(world.queued[0]).toMatchObject({ body: JSON.parse(poison), reason: 'not-its-schema' });
  });

  test('poison that cannot be parked comes again: it is never dropped', async () => {
    world.fail('queue');
    expect(await run('"poison"')).toEqual({ batchItemFailures: [{ itemIdentifier: 'record-0' }] });
  });

  test('with neither secrets nor store, the message is put back, and the record is done', async () => {
    expect(await run(JSON.stringify(REFERENCE))).toEqual({ batchItemFailures: [] });
    expect(world.queued).toMatchObject([{ body: { ...REFERENCE, attempt: 1 }, delaySeconds: 5 }]);
  });

  test('and with no queue to put it back on, the record comes again', async () => {
    world.fail('queue');
    expect(await run(JSON.stringify(REFERENCE))).toEqual({ batchItemFailures: [{ itemIdentifier: 'record-0' }] });
  });
});
