import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { reviewsOf } from '#shared/adapters/dynamodb/messages/reviews.ts';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { causeOfReply } from '#shared/domain/review/reply-review.ts';
import { noPause, TEST_SECRET } from '#test/support/aws.ts';
import { type LinkWorld, startLinkWorld } from '#test/support/link-world.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { started } from '../../support/cold-start.ts';
import { publicEnvironment, WITH_TIME } from '../../support/public-functions.ts';

const FROM = '+33612888001';
const lines: string[] = [];
let world: LinkWorld;
let secrets: { stop(): Promise<void> };

beforeAll(async () => {
  world = await startLinkWorld();
  secrets = await publicEnvironment(world.table.tableName);
  Object.assign(process.env, {
    // Nothing listens there: nobody is notified, and nothing is parked.
    AWS_ENDPOINT_URL_SNS: 'http://127.0.0.1:9',
    CONFIRM_STOP: 'no',
    SMS_REPLIES_PARKED_QUEUE_URL: 'http://127.0.0.1:9/000000000000/sms-replies-dlq',
    SMS_REPLIES_TOPIC_ARN: 'sms-replies',
    TOKEN_SECRET_ID: 'token',
    PUBLIC_BASE_URL: 'https://stop.example.fr',
  });
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line: string) => void lines.push(line));
});
afterAll(async () => {
  await secrets.stop();
  await world.close();
});

test('the worker of replies by SMS opens a review of a doubtful one, and logs how many without a word of it', async () => {
  const { handler } = await started<typeof import('#functions/workers/apply-sms-reply.ts')>('workers/apply-sms-reply');
  const { contactId } = await declareContact(
    { ...world, fingerprints: fingerprintsOf(TEST_SECRET), pause: noPause },
    {
      access: world.access,
      address: { kind: 'phone', value: FROM },
      declared: {},
      keepsAddress: true,
      actor: { by: 'system' },
    },
  );
  const reply = {
    originationNumber: FROM,
    destinationNumber: '36105',
    messageBody: 'Non merci, pas intéressé',
    inboundMessageId: 'doubtful',
  };
  const body = JSON.stringify({ Message: JSON.stringify(reply) });
  const record = { messageId: 'record-0', body, attributes: { ApproximateReceiveCount: '1' } };
  const run = () => handler({ Records: [record] } as unknown as SQSEvent, WITH_TIME);
  expect(await askedBy('apply-sms-reply', run)).toEqual({ batchItemFailures: [] });
  const [opposition] = (await world.ledger.readStanding(world.access, contactId))?.oppositions ?? [];
  if (opposition === undefined) throw new Error('no opposition');
  const review = await reviewsOf(world.table).find(world.access, causeOfReply(opposition.id, 'sms-reply'));
  expect(review).toMatchObject({ reply: { recordId: opposition.id } });
  expect(lines.join()).toMatch(/doubtful-reply.*"count":1/);
  expect(lines.join()).not.toMatch(/merci|33612888001/);
});
