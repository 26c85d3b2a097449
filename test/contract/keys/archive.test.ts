import { randomBytes } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { archiveKeysOf, archiveOpenOf } from '#shared/adapters/crypto/archive-keys.ts';
import { packed } from '#shared/adapters/dynamodb/campaigns/packed.ts';
import { proofArchiveOf } from '#shared/adapters/dynamodb/retention/proof-archive.ts';
import { proofReaderOf } from '#shared/adapters/dynamodb/retention/proof-reader.ts';
import { getItem, type Item, toImage } from '#shared/adapters/dynamodb/table.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, Instant } from '#shared/domain/ids.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { freshTable, testClock } from '../../support/aws.ts';
import { NOW } from '../../support/builders.ts';
import { memoryKms } from '../../support/crypto/kms.ts';

const [HOUSE, OTHER] = ['maison-valmy', 'autre-maison'].map((id) => admit(id as AdvertiserId)) as [
  ReturnType<typeof admit>,
  ReturnType<typeof admit>,
];
const CONTACT = `v1n1.${'a'.repeat(43)}`;
const UNTIL = '2032-11-24T10:00:00.000Z' as Instant;
const FACTS = {
  messageId: 'msg_1',
  status: 'sent',
  segments: 2,
  test: false,
  verdict: { outcome: 'allow', notes: [{ code: 'OK_CONSENT' }] },
  sender: 'Maison Valmy — Été',
};
const away = { code: 'dependency-unavailable' };
const unreadable = { code: 'stored-unreadable' };

const anArchive = async () => {
  const table = await freshTable();
  const kms = memoryKms();
  const clock = testClock();
  let ms = 0;
  const now = () => ms;
  /** A process of what keeps proof: it encrypts and opens nothing. */
  const keeping = () => proofArchiveOf({ ...table, keyFor: archiveKeysOf({ make: kms.make, randomBytes, now }) });
  const reading = () => proofReaderOf({ ...table, clock, openFor: archiveOpenOf({ open: kms.open, now }) });
  const keep = (place: string, { access = HOUSE, facts = FACTS as object, archive = keeping() } = {}) =>
    archive.keep(
      access,
      { advertiserId: access.advertiserId, of: CONTACT, place, at: NOW, facts: { ...facts } },
      UNTIL,
    );
  const raw = (place: string, { advertiserId } = HOUSE) =>
    getItem(
      table,
      { pk: `PROOF#${advertiserId}#${CONTACT}`, sk: place },
      (cause) => new Error('gone', { cause }) as never,
    );
  const put = (item: Item) =>
    table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toImage(item) }));
  const pass = (more: number) => {
    ms += more;
  };
  return { kms, clock, keeping, reading, keep, raw, put, pass };
};

describe('the archive of what was sent', () => {
  test('has the same facts again, also those that are bytes, and shows none of them in the table', async () => {
    const { keep, reading, raw } = await anArchive();
    const result = packed([{ contactId: CONTACT, state: 'sent' }]);
    await keep('SENT#1', { facts: { ...FACTS, packed: result } });
    const found = await reading().find(HOUSE, CONTACT, 'SENT#1');
    expect(found).toEqual({
      ...{ advertiserId: 'maison-valmy', of: CONTACT, place: 'SENT#1', at: NOW, until: UNTIL },
      facts: { ...FACTS, packed: Buffer.from(result) },
    });
    const item = await raw('SENT#1');
    expect(Object.keys(item ?? {}).toSorted()).toEqual(
      ['at', 'encrypted', 'encryptedBytes', 'entity', 'expiresAt', 'pk', 'sk', 'v', 'wrappedKey'].toSorted(),
    );
    const bytes = Buffer.from(JSON.stringify(item)).toString() + Buffer.from(item?.encrypted as Uint8Array).toString();
    for (const text of ['msg_1', 'allow', 'OK_CONSENT', 'Valmy —', 'status']) expect(bytes).not.toContain(text);
    expect(await reading().find(HOUSE, CONTACT, 'SENT#2')).toBeUndefined();
  });

  test('asks KMS once an hour for each advertiser, however much is kept, and once for what one key encrypted', async () => {
    const { keep, keeping, reading, kms, pass } = await anArchive();
    const archive = keeping();
    await Promise.all(['1', '2', '3', '4'].map((id) => keep(`SENT#${id}`, { archive })));
    await keep('SENT#5', { archive, access: OTHER });
    expect(kms.asked).toEqual(['make maison-valmy', 'make autre-maison']);
    pass(59 * 60_000);
    await keep('SENT#6', { archive });
    expect(kms.asked).toHaveLength(2);
    pass(60_000);
    await keep('SENT#7', { archive });
    expect(kms.asked).toHaveLength(3);
    const reader = reading();
    const { proofs, next } = await reader.page(HOUSE, CONTACT, { beginning: 'SENT#' });
    expect([proofs.map(({ place }) => place), next]).toEqual([
      ['1', '2', '3', '4', '6', '7'].map((id) => `SENT#${id}`),
      undefined,
    ]);
    expect(kms.asked.slice(3)).toEqual(['open maison-valmy', 'open maison-valmy']);
    await reader.find(HOUSE, CONTACT, 'SENT#1');
    expect(kms.asked).toHaveLength(5);
    pass(5 * 60_000);
    await reader.find(HOUSE, CONTACT, 'SENT#1');
    expect(kms.asked).toHaveLength(6);
  });

  test('opens nothing that was moved, changed, or is of another advertiser', async () => {
    const { keep, reading, raw, put } = await anArchive();
    await keep('SENT#1', { facts: { ...FACTS, packed: new Uint8Array([1, 2, 3]), other: new Uint8Array([4]) } });
    const item = (await raw('SENT#1')) as Item;
    const changed = Uint8Array.from(item.encrypted as Uint8Array);
    changed[20] = (changed[20] ?? 0) ^ 1;
    const { packed: one, other } = item.encryptedBytes as Record<string, Uint8Array>;
    const { wrappedKey: _none, ...without } = item;
    for (const [place, spoilt] of Object.entries({
      'SENT#2': item,
      'SENT#3': { ...item, encrypted: changed },
      'SENT#4': { ...item, wrappedKey: changed },
      'SENT#5': without,
    })) {
      await put({ ...spoilt, sk: place });
      await expect(reading().find(HOUSE, CONTACT, place)).rejects.toMatchObject(unreadable);
    }
    await put({ ...item, encryptedBytes: { packed: other, other: one } });
    await expect(reading().find(HOUSE, CONTACT, 'SENT#1')).rejects.toMatchObject(unreadable);
    await put({ ...item, pk: `PROOF#autre-maison#${CONTACT}` });
    await expect(reading().find(OTHER, CONTACT, 'SENT#1')).rejects.toMatchObject(unreadable);
    await put(item);
    expect(await reading().find(HOUSE, CONTACT, 'SENT#1')).toBeDefined();
  });

  test('waits with what was sent while KMS is away, and keeps nothing of the failure', async () => {
    const { keep, keeping, reading, kms } = await anArchive();
    const archive = keeping();
    kms.away(true);
    await expect(keep('SENT#1', { archive })).rejects.toMatchObject(away);
    kms.away(false);
    await keep('SENT#1', { archive });
    kms.away(true);
    const reader = reading();
    await expect(reader.find(HOUSE, CONTACT, 'SENT#1')).rejects.toMatchObject(unreadable);
    kms.away(false);
    expect((await reader.find(HOUSE, CONTACT, 'SENT#1'))?.facts).toEqual(FACTS);
  });

  test('has what an earlier release kept in clear, and nothing that is past its term', async () => {
    const { keep, reading, put, clock } = await anArchive();
    const item = { pk: `PROOF#maison-valmy#${CONTACT}`, entity: 'sent-proof', v: 1, at: NOW };
    const result = packed([{ contactId: CONTACT }]);
    await put({ ...item, sk: 'SENT#0', facts: { ...FACTS, packed: result }, expiresAt: epochSeconds(UNTIL) });
    await keep('SENT#1');
    const all = async () => (await reading().page(HOUSE, CONTACT, { beginning: '' })).proofs;
    expect((await all()).map(({ facts }) => facts)).toEqual([{ ...FACTS, packed: new Uint8Array(result) }, FACTS]);
    expect((await reading().find(HOUSE, CONTACT, 'SENT#0'))?.until).toBe(UNTIL);
    clock.set(UNTIL);
    expect(await all()).toEqual([]);
    expect(await reading().find(HOUSE, CONTACT, 'SENT#1')).toBeUndefined();
  });
});
