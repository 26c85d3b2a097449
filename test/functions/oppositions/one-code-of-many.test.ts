import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { replyCodeKey } from '#shared/adapters/dynamodb/deployment-keys.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { ADVERTISER_ID } from '#test/support/builders.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';
import { portsOf, reply } from '../support/sms-replies.ts';

const CODE = '36106';
const OF_ONE_BATCH = 25;
/** An agency writes for so many on one code. */
const MANY = Array.from({ length: 300 }, (_, index) => AdvertiserId.parse(`advertiser-${index}`));

let world: SendWorld;
beforeAll(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  const { tableName, client } = world.table;
  const bound = [...MANY, ADVERTISER_ID].map((advertiserId) => ({
    PutRequest: {
      Item: toImage({ ...replyCodeKey(CODE, admit(advertiserId)), entity: 'reply-code', v: 1, advertiserId }),
    },
  }));
  for (let first = 0; first < bound.length; first += OF_ONE_BATCH)
    await client.send(
      new BatchWriteItemCommand({ RequestItems: { [tableName]: bound.slice(first, first + OF_ONE_BATCH) } }),
    );
});
afterAll(() => world.close());

const oppositionsOf = async (advertiserId: AdvertiserId, from: string) => {
  const contactId = world.fingerprints.contactIdOf(advertiserId, { kind: 'phone', value: from });
  return (await world.ledger.readStanding(admit(advertiserId), contactId))?.oppositions.length ?? 0;
};

describe('a STOP on a code that 301 advertisers share', () => {
  test('P2: from a number that one of them wrote to, it is for that one', async () => {
    const text = await world.aMessage({ channel: 'sms' });
    await world.deliver(text);
    const said = reply({ from: text.address, replyCode: CODE, replyId: 'to-one' });
    expect(await applySmsReply(portsOf(world), said)).toEqual([ADVERTISER_ID]);
  });

  test('P2: from a number that none of them wrote to, it is for each of them', async () => {
    const from = '+33612999999';
    const said = reply({ from, replyCode: CODE, replyId: 'to-all' });
    expect(await applySmsReply(portsOf(world), said)).toHaveLength(301);
    const counts = await Promise.all([...MANY, ADVERTISER_ID].map((advertiserId) => oppositionsOf(advertiserId, from)));
    expect(new Set(counts)).toEqual(new Set([1]));
  });
});
