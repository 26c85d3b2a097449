import { beforeAll, expect, test } from 'vitest';
import { namedTextsOf } from '#shared/adapters/dynamodb/messages/named-texts.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, Instant } from '#shared/domain/ids.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { freshTable, testClock, testVault, unreachableTable } from '#test/support/aws.ts';
import { ADVERTISER_ID, NOW, sha256 } from '#test/support/builders.ts';

const access = admit(ADVERTISER_ID);
const text = { object: sha256('o'), key: Buffer.alloc(32, 7).toString('base64') };
let table: Table;
const texts = (now: Instant = NOW, of: Table = table) =>
  namedTextsOf({ ...of, vault: testVault(), clock: testClock(now) });

beforeAll(async () => {
  table = await freshTable();
});

test('a text is found by its hash for thirty days after it was last given, by its own advertiser alone', async () => {
  await texts().put(access, sha256('a'), text);
  expect(await texts().find(access, sha256('a'))).toEqual(text);
  expect(await texts().find(access, sha256('b'))).toBeUndefined();
  expect(await texts().find(admit('autre-maison' as AdvertiserId), sha256('a'))).toBeUndefined();
  const later = addDays(NOW, 20);
  expect(await texts(addDays(NOW, 30)).find(access, sha256('a'))).toBeUndefined();
  await texts(later).put(access, sha256('a'), text);
  expect(await texts(addDays(NOW, 49)).find(access, sha256('a'))).toEqual(text);
  expect(await texts(addDays(later, 30)).find(access, sha256('a'))).toBeUndefined();
});

test('a name that is removed is found no more; one that is not there can be removed', async () => {
  for (const _time of [1, 2]) {
    await texts().remove(access, sha256('a'));
    expect(await texts().find(access, sha256('a'))).toBeUndefined();
  }
});

test('P10: a table that cannot be reached is a failure to retry, and no text that is not there', async () => {
  const away = texts(NOW, unreachableTable(table));
  await expect(away.find(access, sha256('a'))).rejects.toMatchObject({ code: 'dependency-unavailable' });
  await expect(away.remove(access, sha256('a'))).rejects.toMatchObject({ code: 'dependency-unavailable' });
  await expect(away.put(access, sha256('a'), text)).rejects.toMatchObject({ code: 'dependency-unavailable' });
});
