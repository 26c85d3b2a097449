import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { decidedKey, waitingKey } from '#shared/adapters/dynamodb/keys.ts';
import { waitingListsOf } from '#shared/adapters/dynamodb/messages/waiting/waiting-lists.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { releaseReviewedMessages } from '#shared/app/send/release-reviewed-messages.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { ReviewId, reviewIdOf } from '#shared/domain/review/review.ts';
import { freshTable, testClock } from '../support/aws.ts';
import { ADVERTISER_ID, messageId } from '../support/builders.ts';

test('a decision that cannot be read holds up none of the others, and is said', async () => {
  const table = await freshTable();
  const decided = ['aaa', 'zzz'].map((name) => ({
    advertiserId: AdvertiserId.parse(name),
    reviewId: ReviewId.parse(`rev_${name.padEnd(22, '0')}`),
    number: 1,
  }));
  for (const each of decided) {
    const item = {
      ...decidedKey(each),
      entity: 'review-decided',
      v: 1,
      ...each,
      ...(each.advertiserId === 'aaa' ? { number: 'x' } : {}),
    };
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toImage(item) }));
  }
  const waitingLists = waitingListsOf(table);
  expect(await waitingLists.listDecided()).toEqual({ decided: [decided[1]], unreadable: 1 });
  const asked: string[] = [];
  const ports = {
    clock: testClock(),
    waitingLists,
    sendQueue: { put: async () => undefined },
    reviews: {
      get: async (_access: object, reviewId: ReviewId) => {
        asked.push(reviewId);
        return undefined;
      },
    },
  };
  await expect(releaseReviewedMessages(ports, () => true)).rejects.toThrow('1 entries of the list of decisions');
  expect(asked).toEqual([decided[1]?.reviewId]);
  expect((await waitingLists.listDecided()).decided).toEqual([]);
});

test('an entry that cannot be read holds up none of those behind it, and is said', async () => {
  const table = await freshTable();
  const access = admit(ADVERTISER_ID);
  const reviewId = reviewIdOf(ADVERTISER_ID, 'a-cause');
  const decided = { advertiserId: ADVERTISER_ID, reviewId, number: 1 };
  const put = (item: object) =>
    table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toImage(item) }));
  await put({ ...decidedKey(decided), entity: 'review-decided', v: 1, ...decided });
  const ids = Array.from({ length: 30 }, (_, n) => messageId(`waits-${n}x`));
  for (const id of ids) {
    const facts = { advertiserId: ADVERTISER_ID, messageId: id, channel: 'email', offerCategory: 'insurance' };
    await put({ ...waitingKey(access, reviewId, 0, id), entity: 'waiting', v: 1, ...facts, expiresAt: 4_000_000_000 });
  }
  await put({ ...waitingKey(access, reviewId, 0, messageId('a')), entity: 'waiting', v: 2 });
  const released: string[] = [];
  const walk = waitingListsOf(table).releaseWaiting(access, decided, {
    covers: () => true,
    release: async (waiting) => void released.push(...waiting.map((each) => each.messageId)),
  });
  const counts: number[] = [];
  const walked = async () => {
    for await (const count of walk) counts.push(count);
  };
  await expect(walked()).rejects.toThrow('1 waiting entries');
  expect(released.toSorted()).toEqual(ids.toSorted());
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30);
  expect((await waitingListsOf(table).listDecided()).decided).toEqual([decided]);
});
