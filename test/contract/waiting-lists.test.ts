import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { decidedKey } from '#shared/adapters/dynamodb/keys.ts';
import { waitingListsOf } from '#shared/adapters/dynamodb/messages/waiting-lists.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { releaseReviewedMessages } from '#shared/app/send/release-reviewed-messages.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { ReviewId } from '#shared/domain/review/review.ts';
import { freshTable, testClock } from '../support/aws.ts';

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
