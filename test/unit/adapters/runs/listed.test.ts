import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { audienceListsOf } from '#shared/adapters/dynamodb/audience/audience-lists.ts';
import { audiencePagesOf } from '#shared/adapters/dynamodb/audience/audience-pages.ts';
import { standingKey } from '#shared/adapters/dynamodb/keys.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { AudienceListId, ContactId } from '#shared/domain/ids.ts';
import { addDays, epochSeconds } from '#shared/domain/time/instant.ts';
import { testClock } from '#test/support/aws.ts';
import { ADVERTISER_ID, NOW } from '#test/support/builders.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';

const access = admit(ADVERTISER_ID);
const contactId = `v1n1.${'a'.repeat(43)}` as ContactId;
const listId = 'lst_aaaaaaaaaaaaaaaaaaaaaa' as AudienceListId;

test('a contact is on its list until the list ends: it may act in between, and be kept for longer than was known', async () => {
  const table = tableInMemory();
  const at = (instant: string) => ({ ...table, clock: { ...testClock(), now: () => instant } }) as never;
  const standing = { ...standingKey(access, contactId), contactId, expiresAt: epochSeconds(addDays(NOW, 10)) };
  await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toImage(standing) }));
  const lists = audienceListsOf(at(NOW));
  const [known] = await lists.known(access, [contactId]);
  if (known === undefined) throw new Error('the contact is not known');
  await lists.put(access, { listId, endsAt: addDays(NOW, 90) }, { ...known, line: 2 });
  const found = async (instant: string) => {
    const pages = audiencePagesOf(at(instant));
    const shards = Array.from({ length: AUDIENCE_SHARDS }, (_, shard) => shard);
    const all = await Promise.all(shards.map((shard) => pages.page(access, { listId }, { shard, limit: 50 })));
    const found = all.flatMap(({ contacts }) => contacts.map((each) => each.contactId));
    const [begun, over] = [shards.map(() => ({})), shards.map(() => ({ after: contactId }))];
    expect(await pages.countAfter(access, { listId }, begun)).toBe(found.length);
    expect(await pages.countAfter(access, { listId }, over)).toBe(0);
    return found;
  };
  expect(await found(addDays(NOW, 15))).toEqual([contactId]);
  expect(await found(addDays(NOW, 91))).toEqual([]);
});
