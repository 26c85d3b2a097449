import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { type Item, toImage } from '#shared/adapters/dynamodb/table.ts';
import { s3Client } from '#shared/adapters/s3/client.ts';
import { givenUpOf } from '#shared/adapters/s3/given-up.ts';
import { dynamoDbClient } from '#test/support/aws.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { recordOf } from '../audience/followed-world.ts';
import { ADVERTISER } from '../support/api.ts';
import { ALIX, aFilledWorld, CAMILLE, CLAUDE } from './filled-world.ts';
import { storedOf } from './passing-time.ts';

/** Proof whose change the stream gave up, brought back by an operator. */
const removed = async (...items: readonly Item[]): Promise<void> => {
  for (const { pk, sk } of items)
    await dynamoDbClient().send(new DeleteItemCommand({ TableName: process.env.TABLE_NAME, Key: toImage({ pk, sk }) }));
};

const goBack = async (body: string): Promise<string> => {
  const { redriving } = await import('#functions/wiring/parked.ts');
  const { project } = redriving({ ...process.env } as unknown as Parameters<typeof redriving>[0]).goBack;
  return askedBy('redrive', () => project(body));
};

const parkedAs = async () => {
  const { parkedRecordOf } = await import('#functions/wiring/retention.ts');
  return { project: parkedRecordOf, outbox: () => expect.fail('not of the outbox') };
};

test('P7: of a message and a campaign whose change was parked it is kept by a redrive, from what is stored', async () => {
  await aFilledWorld();
  const proofs = await storedOf('sent-proof');
  const names = (items: readonly Item[]) => items.map(({ pk, sk }) => `${pk} ${sk}`).toSorted();
  await removed(...proofs, ...(await storedOf('archived-campaign')));
  const { project } = await parkedAs();
  for (const item of [...(await storedOf('message')), ...(await storedOf('campaign'))]) {
    const body = project(recordOf(undefined, item));
    expect(JSON.parse(body)).toEqual({ pk: item.pk, sk: item.sk });
    expect(await goBack(body)).toBe('went-back');
  }
  expect(names(await storedOf('sent-proof'))).toEqual(names(proofs));
  expect(await storedOf('archived-campaign')).toHaveLength(1);
  const [message] = await storedOf('message');
  await removed(message ?? {});
  // Nothing else has what was encrypted for one person, and nothing of it is parked.
  expect(await goBack(project(recordOf(message, undefined)))).toBe('gone');
  expect(JSON.parse(project(recordOf(message, undefined)))).toEqual({ pk: message?.pk, sk: message?.sk });
});

test('P7: the outcome of a chunk that is gone, given up by the stream, is in the archive after a redrive', async () => {
  const world = await aFilledWorld();
  const mail = world.provider.taken.findLast(({ to }) => to === ALIX) ?? expect.fail('nothing left');
  const tagged = (name: string): string =>
    Object(mail.request).EmailTags.find(({ Name }: { Name: string }) => Name === name)?.Value;
  const asked = {
    path: { messageId: tagged('messageId') },
    query: { contactId: tagged('contactId').replace('_', '.'), advertiserId: ADVERTISER },
  };
  const { bytesSha256 } = (await world.call('show-sent-message', asked)).body;
  const results = await storedOf('chunk-result');
  await removed(...results);
  expect((await world.call('show-sent-message', asked)).status).toBe(404);

  const payload = JSON.stringify({ Records: results.map((item) => recordOf(item, undefined)) });
  const functionArn = 'arn:aws:lambda:eu-west-3:000000000000:function:aval-dev-project:$LATEST';
  const Body = JSON.stringify({ version: '1.0', requestContext: { functionArn }, payload });
  const bucket = 'given-up';
  await s3Client().send(new CreateBucketCommand({ Bucket: bucket }));
  await s3Client().send(new PutObjectCommand({ Bucket: bucket, Key: 'aws/lambda/one', Body }));
  const batches = await givenUpOf(s3Client(), bucket, await parkedAs()).take();
  const changes = batches.flatMap(({ from, changes: each }) => each.map((change) => [from, change] as const));
  expect(changes).toHaveLength(results.length);
  for (const [from, change] of changes) {
    expect(from).toBe('project');
    for (const address of [ALIX, CAMILLE, CLAUDE]) expect(change).not.toContain(address);
    expect(await goBack(change)).toBe('went-back');
  }
  const shown = await world.call('show-sent-message', asked);
  expect([shown.status, shown.body]).toEqual([200, expect.objectContaining({ bytesSha256, status: 'sent' })]);
});
