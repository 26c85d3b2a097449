import { readFileSync } from 'node:fs';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { APIGatewayTokenAuthorizerEvent, SQSEvent } from 'aws-lambda';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { StandingItem } from '#shared/adapters/dynamodb/items.ts';
import { contentsOf } from '#shared/adapters/s3/contents.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { Content } from '#shared/domain/message/content.ts';
import { dynamoDbClient } from '#test/support/aws.ts';
import { startProviderStub } from '#test/support/providers.ts';
import { startQueueAndBus } from '#test/support/queue-and-bus.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { asTheNextVersion } from '#test/support/stored/added-fields.ts';
import { ADVERTISER, aWorld } from '../support/api.ts';
import { started } from '../support/cold-start.ts';
import { publicEvent, typedForm, WITH_TIME } from '../support/public-functions.ts';

/** A message, its contact and the address, as the former version accepted it. */
interface Named {
  readonly messageId: string;
  readonly contactId: string;
  readonly address: string;
}
/**
 * What the first version stored while its own use cases ran, under the secret of the tests: a message sent by mail, one accepted, one
 * whose contact opposed, one by SMS that waits for the morning; a link of the first, and a key.
 */
const FORMER: {
  readonly named: Readonly<Record<'sent' | 'accepted' | 'opposed' | 'deferred', Named>> & {
    readonly link: string;
    readonly key: string;
  };
  readonly contents: readonly unknown[];
  readonly items: readonly object[];
} = JSON.parse(readFileSync('test/fixtures/releases/2026-11-27/world.json', 'utf8'));
const { sent, accepted, opposed, deferred, link, key } = FORMER.named;
const query = { advertiserId: ADVERTISER };

/** The functions of today on these items, with providers and a send queue that are written down. */
const today = async (items: readonly object[]) => {
  const api = await aWorld();
  const [providers, queue] = await Promise.all([startProviderStub(), startQueueAndBus()]);
  onTestFinished(async () => {
    await Promise.all([providers.close(), queue.close()]);
  });
  const tableName = process.env.TABLE_NAME ?? '';
  const client = dynamoDbClient();
  for (const item of items) await client.send(new PutItemCommand({ TableName: tableName, Item: marshall(item) }));
  const s3 = new S3Client({ forcePathStyle: true });
  const contents = contentsOf({ client: s3, bucket: process.env.CONTENT_BUCKET ?? '' });
  for (const each of FORMER.contents) await contents.put(admit(ADVERTISER), Content.parse(each));
  const more = {
    TABLE_ADOPTED: 'no',
    SES_CONFIGURATION_SETS: 'aval-test-300s,aval-test-50400s',
    SEND_QUEUE_URL: `${queue.url}/000000000000/send`,
    SEND_PARKED_QUEUE_URL: `${queue.url}/000000000000/send-parked`,
    AWS_ENDPOINT_URL_SQS: queue.url,
    AWS_ENDPOINT_URL_SESV2: providers.url,
    AWS_ENDPOINT_URL_SNS: providers.url,
  };
  for (const [name, value] of Object.entries(more)) vi.stubEnv(name, value);
  const send = async (messageId: string) => {
    const { handler } = await started<typeof import('#functions/workers/send-message.ts')>('workers/send-message');
    const body = JSON.stringify({ advertiserId: ADVERTISER, messageId, attempt: 0 });
    const record = { messageId: 'one', body, attributes: { ApproximateReceiveCount: '1' } };
    const event = { Records: [record] } as unknown as SQSEvent;
    const answer = await askedBy('send-message', () => handler(event, { getRemainingTimeInMillis: () => 60_000 }));
    expect(answer.batchItemFailures).toEqual([]);
    const { body: message } = await api.call('get-message', { path: { messageId }, query });
    return message;
  };
  return { ...api, providers, queue, send };
};

describe.each([
  ['as the former version stored it', FORMER.items],
  ['as the next version might store it', FORMER.items.map(asTheNextVersion)],
])('%s', (_name, items) => {
  test('what waited leaves, in its time, and an opposition of then still counts', async () => {
    const { send, providers, queue } = await today(items);
    expect(await send(accepted.messageId)).toMatchObject({ status: 'sent' });
    expect(await send(opposed.messageId)).toMatchObject({ status: 'refused' });
    vi.setSystemTime(new Date('2026-11-25T08:05:00+01:00'));
    const { handler: release } = await started<typeof import('#functions/schedules/release-due-messages.ts')>(
      'schedules/release-due-messages',
    );
    await askedBy('release-due-messages', () => release({}, WITH_TIME));
    expect(queue.queued.map(({ body }) => body)).toMatchObject([{ messageId: deferred.messageId }]);
    expect(await send(deferred.messageId)).toMatchObject({ status: 'sent' });
    expect(await send(sent.messageId)).toMatchObject({ status: 'sent' });
    expect(providers.taken.map(({ to }) => to)).toEqual([accepted.address, deferred.address]);
  });

  test('a link of then opposes, and nothing more leaves', async () => {
    const { call } = await today(items);
    const ask = async () => {
      const message = { channel: 'email', purpose: 'own-offers', offerCategory: 'wine' };
      const contact = { email: sent.address };
      const { body } = await call('give-verdicts', {
        body: { advertiserId: ADVERTISER, messages: [{ ...message, contact }] },
      });
      return body.verdicts[0];
    };
    expect(await ask()).toMatchObject({ outcome: 'allow' });
    const { handler } = await started<typeof import('#functions/public/oppose-by-link.ts')>('public/oppose-by-link');
    const click = publicEvent('POST', `/o/${link}`, { pathParameters: { token: link }, ...typedForm({}) });
    const page = await askedBy('oppose-by-link', () => handler(click, WITH_TIME));
    expect(page.statusCode).toBe(200);
    expect(await ask()).toMatchObject({ outcome: 'refuse' });
  });

  test('a key of then works, and lists show what was', async () => {
    const { call } = await today(items);
    const { handler } = await started<typeof import('#functions/api/authorize.ts')>('api/authorize');
    const event = { authorizationToken: `Bearer ${key}`, methodArn: 'arn:aws:execute-api:eu-west-3:1:a/s/GET/v1' };
    const policy = await askedBy('authorize', () => handler(event as APIGatewayTokenAuthorizerEvent));
    expect(policy.policyDocument.Statement).toMatchObject([{ Effect: 'Allow' }]);
    const listed = await call('list-messages', { query: { ...query, contactId: opposed.contactId } });
    expect(listed.body.messages).toMatchObject([{ id: opposed.messageId, status: 'accepted' }]);
    const { body: contact } = await call('get-contact', { path: { contactId: opposed.contactId }, query });
    expect(contact.oppositions).toMatchObject([{ of: { scope: 'channel', channels: ['email'] } }]);
    expect((await call('get-advertiser', { path: query })).status).toBe(200);
    expect((await call('list-forms', { path: query })).body.versions).toHaveLength(1);
    expect((await call('list-api-keys', {})).status).toBe(200);
  });
});

/** Of a standing with facts that this version does not know. */
const NEXT_VERSION = Math.max(...StandingItem.shape.v.def.values.map(Number)) + 1;

test('a fact that must not be left out holds its contact, and the opposition gets in all the same', async () => {
  const isOfSent = (item: object) => 'entity' in item && item.entity === 'standing' && Object(item).contactId;
  const raised = FORMER.items.map((item) =>
    isOfSent(item) === accepted.contactId ? { ...item, v: NEXT_VERSION } : item,
  );
  const { send, call, providers } = await today(raised);
  expect(await send(accepted.messageId)).toMatchObject({ status: 'accepted' });
  expect(providers.taken).toEqual([]);
  const contact = { email: accepted.address };
  const opposing = { body: { advertiserId: ADVERTISER, contact, via: 'letter' } };
  expect((await call('register-opposition', opposing)).status).toBe(201);
});
