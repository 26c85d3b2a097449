import { describe, expect, test } from 'vitest';
import { audienceIndexOf } from '#shared/adapters/dynamodb/audience/audience-index.ts';
import { audiencePagesOf } from '#shared/adapters/dynamodb/audience/audience-pages.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AUDIENCE_SHARDS, type AudienceRow } from '#shared/domain/audience/audience-row.ts';
import type { SegmentConditions } from '#shared/domain/audience/segment.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { testClock } from '../../support/aws.ts';
import { NOW } from '../../support/builders.ts';
import { ADVERTISER, aWorldWithForms } from '../support/api.ts';
import { tableOfWorld } from './stored.ts';

const SEGMENT = { channel: 'email', purpose: 'own-offers' } as const;
const ACCESS = admit(ADVERTISER);
const idOf = (n: number) => `v1n1.${String(n).padStart(43, 'x')}` as ContactId;
const VERSION = { seq: 1, revision: 0, chainStart: 1 };

const rowOf = (n: number, more: Partial<AudienceRow> = {}): AudienceRow => ({
  ...SEGMENT,
  contactId: idOf(n),
  zone: 'Europe/Paris',
  country: 'FR',
  language: undefined,
  kind: 'consumer',
  bases: ['consent'],
  firstRecordedOn: '2026-11-01',
  labels: {},
  seq: 1,
  revision: 0,
  ...more,
});

/** Contacts that differ in one thing each, by name. */
const PEOPLE: Readonly<Record<string, Partial<AudienceRow>>> = {
  plain: {},
  reunion: { zone: 'Indian/Reunion', country: 'RE' },
  english: { language: 'en' },
  firm: { kind: 'legal-person', bases: ['legal-person'] },
  customer: { bases: ['consent', 'existing-customer'] },
  old: { firstRecordedOn: '2024-03-02' },
  acted: { lastActOn: '2026-11-20' },
  gold: { labels: { loyalty: 'gold', shop: 'Lyon' } },
  silver: { labels: { loyalty: 'silver' } },
  elsewhere: { purpose: 'partner-offers' },
};
const NAMES = Object.keys(PEOPLE);

const aWorldWithRows = async () => {
  const world = await aWorldWithForms();
  const table = { ...tableOfWorld(), clock: testClock() };
  const index = audienceIndexOf(table);
  const put = (row: AudienceRow, expiresAt?: number) => index.put(ACCESS, row, { version: VERSION, expiresAt });
  for (const [n, name] of NAMES.entries()) await put(rowOf(n, PEOPLE[name]));
  return { ...world, index, put, pages: audiencePagesOf(table) };
};

type Rows = Awaited<ReturnType<typeof aWorldWithRows>>;

/** Every contact of a segment, page by page and shard by shard. */
const walked = async (
  { pages }: Rows,
  where: SegmentConditions,
  limit: number,
  rows?: number,
): Promise<readonly ContactId[]> => {
  const found: ContactId[] = [];
  for (let shard = 0; shard < AUDIENCE_SHARDS; shard += 1) {
    let after: ContactId | undefined;
    do {
      const page = await pages.page(ACCESS, { segment: { ...SEGMENT, where } }, { shard, after, limit, rows });
      expect(page.contacts.length).toBeLessThanOrEqual(limit);
      found.push(...page.contacts.map(({ contactId }) => contactId));
      after = page.next;
    } while (after !== undefined);
  }
  return found;
};

const CONDITIONS: readonly (readonly [SegmentConditions, readonly string[]])[] = [
  [{}, NAMES.filter((name) => name !== 'elsewhere')],
  [{ zones: ['Indian/Reunion'] }, ['reunion']],
  [{ languages: ['en', 'de'] }, ['english']],
  [{ countries: ['RE'] }, ['reunion']],
  [{ kinds: ['legal-person'] }, ['firm']],
  [{ bases: ['existing-customer', 'legal-person'] }, ['firm', 'customer']],
  [{ recordedBefore: '2026-11-01' }, ['old']],
  [{ recordedFrom: '2026-11-01', kinds: ['consumer'], languages: ['en'] }, ['english']],
  [{ lastActFrom: '2026-11-20' }, ['acted']],
  [{ lastActBefore: '2026-11-20' }, []],
  [{ labels: { loyalty: ['gold', 'silver'] } }, ['gold', 'silver']],
  [{ labels: { loyalty: ['gold'], shop: ['Lyon'] } }, ['gold']],
];

describe('a segment', () => {
  test('has those who meet all conditions, in its pages and in its count', async () => {
    const world = await aWorldWithRows();
    for (const [where, names] of CONDITIONS) {
      const ids = names.map((name) => idOf(NAMES.indexOf(name)));
      const { count, byShard } = await world.pages.count(ACCESS, { ...SEGMENT, where });
      expect([where, count]).toEqual([where, ids.length]);
      expect(byShard).toHaveLength(AUDIENCE_SHARDS);
      if (names.length < 3) expect([...(await walked(world, where, 1))].sort()).toEqual(ids.sort());
    }
  });

  test('is walked once and whole, whatever the size of a page', async () => {
    const world = await aWorldWithRows();
    const many = Array.from({ length: 150 }, (_, n) =>
      rowOf(100 + n, { labels: n % 7 === 0 ? { loyalty: 'gold' } : {} }),
    );
    await Promise.all(many.map((row) => world.put(row)));
    const gold = { labels: { loyalty: ['gold'] } };
    for (const limit of [1, 3, 1000]) {
      const all = await walked(world, {}, limit);
      expect([all.length, new Set(all).size]).toEqual([159, 159]);
    }
    for (const limit of [1, 4])
      for (const rows of [undefined, 3, 1000]) {
        const all = await walked(world, gold, limit, rows);
        expect([all.length, new Set(all).size]).toEqual([23, 23]);
      }
  });

  test('is counted from where each of its shards was read to, and of one that was read to its end nobody', async () => {
    const world = await aWorldWithRows();
    await Promise.all(
      Array.from({ length: 150 }, (_, n) =>
        world.put(rowOf(100 + n, n % 3 === 0 ? { labels: { loyalty: 'gold' } } : {})),
      ),
    );
    for (const where of [{}, { labels: { loyalty: ['gold'] } }]) {
      const segment = { ...SEGMENT, where };
      const { count, byShard } = await world.pages.count(ACCESS, segment);
      const nothing = Array.from({ length: AUDIENCE_SHARDS }, () => ({}));
      expect(await world.pages.countAfter(ACCESS, { segment }, nothing)).toBe(count);
      const firsts = await Promise.all(
        nothing.map((_, shard) => world.pages.page(ACCESS, { segment }, { shard, limit: 1 })),
      );
      const reached = firsts.map(({ contacts: [first] }) => (first === undefined ? {} : { after: first.contactId }));
      const found = firsts.filter(({ contacts }) => contacts.length > 0).length;
      expect(await world.pages.countAfter(ACCESS, { segment }, reached)).toBe(count - found);
      const withoutFirst = reached.map((each, shard) => (shard === 0 ? { isDone: true as const } : each));
      const ofFirst = (byShard[0] ?? 0) - (firsts[0]?.contacts.length ?? 0);
      expect(await world.pages.countAfter(ACCESS, { segment }, withoutFirst)).toBe(count - found - ofFirst);
    }
  });

  test('P7: whoever has expired is in it no more, whether or not TTL removed the row', async () => {
    const { pages, put } = await aWorldWithRows();
    await put(rowOf(0), Date.parse(NOW) / 1000);
    await put(rowOf(1), Date.parse(NOW) / 1000 + 1);
    expect((await pages.count(ACCESS, SEGMENT)).count).toBe(8);
  });

  test('P9: of another advertiser has none of them', async () => {
    const { pages } = await aWorldWithRows();
    expect((await pages.count(admit('autre-maison' as typeof ADVERTISER), SEGMENT)).count).toBe(0);
  });
});

describe('POST /v1/audiences/count', () => {
  test('says how many there are, and how old the answer is', async () => {
    const { call, index } = await aWorldWithRows();
    const ask = (more: object = {}) =>
      call('count-audience', { body: { advertiserId: ADVERTISER, ...SEGMENT, ...more } });
    expect((await ask()).body).toEqual({ count: 9, countedAt: NOW });
    await index.follow(ACCESS, '2026-11-24T09:59:58.000Z' as Instant);
    const { status, body } = await ask({ where: { languages: ['en'] } });
    expect([status, body]).toEqual([200, { count: 1, countedAt: NOW, upTo: '2026-11-24T09:59:58.000Z' }]);
  });

  test.each([
    ['a label that the settings do not keep', { where: { labels: { loyalty: ['gold'] } } }, '/where/labels/loyalty'],
    ['a channel that nobody may be written to by', { channel: 'fax' }, '/channel'],
    ['an empty list', { where: { zones: [] } }, '/where/zones'],
    ['a day that is none', { where: { recordedFrom: '2026-02-30' } }, '/where/recordedFrom'],
  ])('refuses %s, with its pointer', async (_, more, pointer) => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('count-audience', { body: { advertiserId: ADVERTISER, ...SEGMENT, ...more } });
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
  });
});
