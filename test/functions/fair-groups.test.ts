import { globSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chunkQueue } from '#functions/wiring/campaigns.ts';
import { redriving } from '#functions/wiring/parked.ts';
import { sendQueue } from '#functions/wiring/workers.ts';
import { campaignIdOf } from '#shared/domain/campaign/names.ts';
import { ADVERTISER_ID, instant, messageId } from '#test/support/builders.ts';
import { type QueueAndBus, startQueueAndBus } from '#test/support/queue-and-bus.ts';

let world: QueueAndBus;
beforeEach(async () => {
  world = await startQueueAndBus();
  Object.assign(process.env, { AWS_REGION: 'eu-west-3', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  process.env.AWS_ENDPOINT_URL_SQS = world.url;
});
afterEach(() => world.close());

const RUN = {
  advertiserId: ADVERTISER_ID,
  campaignId: campaignIdOf('one'),
  scheduledAt: instant('2026-11-24T10:00:00Z'),
};
const REFERENCE = { advertiserId: ADVERTISER_ID, messageId: messageId('one') };

test('whatever is put on the queues of what is sent, or put back on them, is in the group of its advertiser', async () => {
  const url = `${world.url}/000000000000/`;
  const env = {
    SEND_QUEUE_URL: `${url}send`,
    CAMPAIGN_QUEUE_URL: `${url}campaign`,
    SMS_REPLIES_QUEUE_URL: url,
    EMAIL_FEEDBACK_QUEUE_URL: url,
    OPPOSITION_MAILS_QUEUE_URL: url,
    INBOUND_EVENTS_QUEUE_URL: url,
    JOBS_QUEUE_URL: url,
  };
  const others = {
    SEND_PARKED_QUEUE_URL: url,
    PROJECT_PARKED_QUEUE_URL: url,
    OUTBOX_PARKED_QUEUE_URL: url,
    GIVEN_UP_BUCKET: 'b',
    JOURNAL_BUCKET: 'b',
    EVENT_BUS_NAME: 'b',
  };
  await sendQueue(env).put({ ...REFERENCE, attempt: 0 }, 0);
  const keys = { DATA_SECRET_ID: 'd', KEY_ARN: 'k', PROOF_KEY_ARN: 'k' };
  const { goBack } = redriving({ ...env, ...others, ...keys, STAGE: 'dev', TABLE_NAME: 't' });
  await goBack.send(JSON.stringify({ ...REFERENCE, attempt: 0 }));
  const chunk = { ...RUN, chunkId: 'x'.repeat(22) };
  await chunkQueue(env).put(chunk, 0);
  await goBack.campaign(JSON.stringify(chunk));
  expect(world.queued.map(({ group }) => group)).toEqual(Array.from({ length: 4 }, () => ADVERTISER_ID));
  // What nobody can read is nobody's, and is parked again.
  await goBack.send('{"address":"camille@example.fr"}');
  expect(world.queued.at(-1)?.group).toBeUndefined();
});

test('nothing else in the product puts on a queue, but what parks', () => {
  const files = globSync('{shared,functions}/**/*.ts');
  expect(files.length).toBeGreaterThan(400);
  const makers = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/new SendMessage(Batch)?Command\(/g)].map(() => file),
  );
  expect(makers.sort()).toEqual([
    'shared/adapters/sqs/chunk-queue.ts',
    'shared/adapters/sqs/job-queue.ts',
    'shared/adapters/sqs/last-queue.ts',
    'shared/adapters/sqs/send-queue.ts',
    'shared/adapters/sqs/send-queue.ts',
  ]);
});
