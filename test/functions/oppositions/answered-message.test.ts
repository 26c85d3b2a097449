import { QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { messageKey } from '#shared/adapters/dynamodb/keys.ts';
import { toImage, toItem } from '#shared/adapters/dynamodb/table.ts';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { ADVERTISER_ID } from '#test/support/builders.ts';
import { anotherAdvertiser, type SendWorld, startSendWorld } from '#test/support/send-world.ts';
import { portsOf, reply } from '../support/sms-replies.ts';

const OTHER = AdvertiserId.parse('caves-du-sud');
let world: SendWorld;
let other: AdvertiserAccess;

beforeAll(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  other = await anotherAdvertiser(world, OTHER, '732829320');
});
afterAll(() => world.close());

const contactAt = (advertiserId: AdvertiserId, from: string) =>
  world.fingerprints.contactIdOf(advertiserId, { kind: 'phone', value: from });
const oppositionsOf = async (advertiserId: AdvertiserId, from: string) =>
  (await world.ledger.readStanding(admit(advertiserId), contactAt(advertiserId, from)))?.oppositions ?? [];

/** A text of the first advertiser, with the id that SNS gave it; the other one wrote to the same number after it. */
const answeredThenOvertaken = async () => {
  const text = await world.aMessage({ channel: 'sms' });
  expect(await world.deliver(text)).toEqual({ state: 'sent' });
  const {
    providerMessageId: id = '',
    claimMonth: month,
    handedOffAt: at = world.clock.now(),
  } = await world.message(text);
  const entry = { messageId: text.messageId, claimedAt: addSeconds(at, 60), claimToken: 'later' };
  const bucket = { month, channel: 'sms', revision: 0 } as const;
  const claimed = await world.ports.claims.claim(other, contactAt(OTHER, text.address), bucket, entry);
  expect(claimed).toEqual({ outcome: 'claimed' });
  return { from: text.address, id, text };
};
const apply = (from: string, answers: string | undefined, changes: object = {}) =>
  applySmsReply(portsOf(world), reply({ from, answers, replyId: `reply-of-${from}`, ...changes }));

describe('a reply that says which message it answers', () => {
  test('P2: it is for the advertiser of that message, though another one wrote later on the same code', async () => {
    const { from, id, text } = await answeredThenOvertaken();
    expect(await apply(from, id)).toEqual([ADVERTISER_ID]);
    expect(await oppositionsOf(ADVERTISER_ID, from)).toMatchObject([{ via: 'sms-reply', messageId: text.messageId }]);
    expect(await oppositionsOf(OTHER, from)).toEqual([]);
  });

  test('without an id, the last sender on the code counts', async () => {
    const { from } = await answeredThenOvertaken();
    expect(await apply(from, undefined)).toEqual([OTHER]);
    expect(await oppositionsOf(ADVERTISER_ID, from)).toEqual([]);
  });

  test('P2: with one that names no message, all who wrote are meant', async () => {
    const { from } = await answeredThenOvertaken();
    const applied = await apply(from, 'b1b1b1b1-0000-4000-8000-000000000000');
    expect([...applied].sort()).toEqual([OTHER, ADVERTISER_ID].sort());
    for (const each of applied) expect(await oppositionsOf(each, from)).toHaveLength(1);
  });

  test('P2: the id of a message to another number is believed for nobody: neither this number nor that one', async () => {
    const { from } = await answeredThenOvertaken();
    const stranger = await world.aMessage({ channel: 'sms' });
    await world.deliver(stranger);
    const { providerMessageId } = await world.message(stranger);
    expect(await apply(from, providerMessageId)).toEqual([OTHER]);
    for (const advertiserId of [ADVERTISER_ID, OTHER])
      expect(await oppositionsOf(advertiserId, stranger.address)).toEqual([]);
    expect(await oppositionsOf(OTHER, from)).not.toMatchObject([{ messageId: stranger.messageId }]);
  });

  test('P2: where two messages to the number have the id, all who wrote are meant', async () => {
    const { from, id } = await answeredThenOvertaken();
    const twin = await world.aMessage({ channel: 'sms', advertiser: other, contact: contactAt(OTHER, from) });
    await world.ports.messages.move(other, twin.messageId, 'sent', { providerMessageId: id }, { isAnswered: true });
    expect([...(await apply(from, id))].sort()).toEqual([OTHER, ADVERTISER_ID].sort());
  });

  test('P2: where its advertiser never bound the code, both it and those of the code are meant', async () => {
    const { from, id } = await answeredThenOvertaken();
    const replyCodes = { advertisersOf: async () => [OTHER] };
    const applied = await applySmsReply({ ...portsOf(world), replyCodes }, reply({ from, answers: id, replyId: 'b' }));
    expect(applied).toEqual([ADVERTISER_ID, OTHER]);
    for (const each of applied) expect(await oppositionsOf(each, from)).toHaveLength(1);
  });

  test('on a code that nobody bound, it is enough', async () => {
    const { from, id } = await answeredThenOvertaken();
    expect(await apply(from, id, { replyCode: '38997' })).toEqual([ADVERTISER_ID]);
  });

  test('twice it is one act, and at nobody else', async () => {
    const { from, id } = await answeredThenOvertaken();
    for (let time = 0; time < 2; time += 1) await apply(from, id);
    expect(await oppositionsOf(ADVERTISER_ID, from)).toHaveLength(1);
    expect(await oppositionsOf(OTHER, from)).toEqual([]);
  });

  test('P7: an id is found for as long as its message is kept: later than that the code counts', async () => {
    const { from, id, text } = await answeredThenOvertaken();
    expect(await world.answeredMessages.withProviderId(id)).toEqual([
      { advertiserId: text.advertiserId, messageId: text.messageId },
    ]);
    const now = world.clock.now();
    world.clock.forward(397 * 86_400);
    const applied = await apply(from, id);
    world.clock.set(now);
    expect([...applied].sort()).toEqual([OTHER, ADVERTISER_ID].sort());
  });

  test('P2: where its message cannot be read, all who wrote are meant', async () => {
    const { from, id, text } = await answeredThenOvertaken();
    await world.table.client.send(
      new UpdateItemCommand({
        TableName: world.table.tableName,
        Key: toImage(messageKey(world.access, text.messageId)),
        UpdateExpression: 'SET v = :v',
        ExpressionAttributeValues: { ':v': { N: '9' } },
      }),
    );
    expect([...(await apply(from, id))].sort()).toEqual([OTHER, ADVERTISER_ID].sort());
  });

  test('P2: where the index or the message cannot be reached, the reply comes again', async () => {
    const { from, id } = await answeredThenOvertaken();
    const away = () => Promise.reject(Object.assign(new Error('out'), { code: 'dependency-unavailable' }));
    const { messages } = world.unreachable;
    for (const broken of [{ answeredMessages: { ...world.answeredMessages, withProviderId: away } }, { messages }])
      await expect(
        applySmsReply({ ...portsOf(world), ...broken }, reply({ from, answers: id, replyId: 'away' })),
      ).rejects.toMatchObject({ code: 'dependency-unavailable' });
    for (const advertiserId of [ADVERTISER_ID, OTHER]) expect(await oppositionsOf(advertiserId, from)).toEqual([]);
  });

  test('P8: the index holds ids and a time, and nothing of the person', async () => {
    const { id, text } = await answeredThenOvertaken();
    const { Items = [] } = await world.table.client.send(
      new QueryCommand({
        TableName: world.table.tableName,
        IndexName: 'MessagesByProviderId',
        KeyConditionExpression: 'ofProviderId = :id',
        ExpressionAttributeValues: { ':id': { S: `PROVIDERID#${id}` } },
      }),
    );
    expect(Items.map(toItem)).toEqual([
      {
        ofProviderId: `PROVIDERID#${id}`,
        pk: `MESSAGE#${ADVERTISER_ID}#${text.messageId}`,
        sk: 'MESSAGE',
        position: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z#msg_[\w-]+$/),
      },
    ]);
  });

  test('an e-mail is not in the index: nobody answers it through its provider', async () => {
    const mail = await world.aMessage();
    await world.deliver(mail);
    const { providerMessageId = '' } = await world.message(mail);
    expect(await world.answeredMessages.withProviderId(providerMessageId)).toEqual([]);
  });
});
