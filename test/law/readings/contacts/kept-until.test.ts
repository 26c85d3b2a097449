import { describe, expect, test } from 'vitest';
import { SaleType } from '#shared/domain/sale/sale.ts';
import { endOfRelation, expiryOf, isShownToRun, RENEWAL_WINDOW, recordedActs } from '#shared/law/readings/retention.ts';
import { aConsent, anAdvertiser, aSale, aStanding, instant } from '#test/support/builders.ts';

const SOLD = instant('2022-06-01T00:00:00Z');
/** A year after the last act of a prospect, three after the end of a customer's relation: each shows which one counted. */
const ONE_AND_THREE = anAdvertiser({ retention: { prospectYears: 1, customerYears: 3 } });
const [AFTER_ONE, AFTER_THREE] = ['2023-06-01T00:00:00.000Z', '2025-06-01T00:00:00.000Z'];

describe('RET-1, RET-3: whose term counts', () => {
  // A sale, and what a human or a recorded reading may hold to be one (D28); the others made no customer.
  const OF_CUSTOMERS = ['order', 'donation', 'service-contract', 'paid-subscription', 'free-account', 'membership'];
  test.each(SaleType.options)('of who made this, and nothing else: %s', (type) => {
    const standing = aStanding({ firstRecordedAt: SOLD, sales: [aSale({ type, soldAt: SOLD })] });
    expect(expiryOf(standing, ONE_AND_THREE)).toBe(OF_CUSTOMERS.includes(type) ? AFTER_THREE : AFTER_ONE);
  });
  test.each<[string, Parameters<typeof aStanding>[0]]>([
    ['a consent', { consents: [aConsent({ givenAt: SOLD })] }],
    ['one that was withdrawn since', { consents: [aConsent({ givenAt: SOLD, state: 'withdrawn' })] }],
    ['an activity', { lastActAt: SOLD }],
    ['a declared one', { declared: { lastActAt: SOLD } }],
    ['the first record alone', { firstRecordedAt: SOLD }],
  ])('of a prospect: %s', (_, standing) => {
    expect(expiryOf(aStanding({ firstRecordedAt: SOLD, ...standing }), ONE_AND_THREE)).toBe(AFTER_ONE);
  });
  test('the first record counts for nobody who acted since, or before', () => {
    const [first, acted] = [instant('2024-01-01T00:00:00Z'), instant('2022-06-01T00:00:00Z')];
    expect(expiryOf(aStanding({ firstRecordedAt: first, lastActAt: acted }), ONE_AND_THREE)).toBe(AFTER_ONE);
    expect(expiryOf(aStanding({ firstRecordedAt: first }), ONE_AND_THREE)).toBe('2025-01-01T00:00:00.000Z');
  });
});

describe('RET-1: of a professional', () => {
  const professional = (source?: object) =>
    ({ declared: { kind: 'professional', profession: { ...source } } }) as const;
  const collected = (collectedAt: string) =>
    professional({ source: { kind: 'public-source', collectedAt: instant(collectedAt) } });
  const FIRST = { firstRecordedAt: instant('2023-01-01T00:00:00Z') };
  test.each<[string, Parameters<typeof aStanding>[0], string]>([
    ['the day of the collection', { ...FIRST, ...collected('2022-06-01T00:00:00Z') }, AFTER_ONE],
    ['the first record, where that day is not known', { ...FIRST, ...professional() }, '2024-01-01T00:00:00.000Z'],
    [
      'the first record, beside a consent of before that may have supported nothing',
      { ...FIRST, ...professional(), consents: [aConsent({ givenAt: SOLD })] },
      '2024-01-01T00:00:00.000Z',
    ],
    ['an act that is recorded as such', { ...FIRST, ...professional(), lastActAt: SOLD }, AFTER_ONE],
    [
      'a consent of since the collection',
      { ...FIRST, ...collected('2022-01-01T00:00:00Z'), consents: [aConsent({ givenAt: SOLD })] },
      AFTER_ONE,
    ],
  ])('counts %s', (_, standing, end) => {
    expect(expiryOf(aStanding(standing), ONE_AND_THREE)).toBe(end);
  });
});

describe('each term, on both sides of its last instant', () => {
  const ended = (endedAt: string) => ({ state: 'ended' as const, endedAt: instant(endedAt) });
  const ENDS = '2025-06-30T12:00:00Z';
  const contract = aSale({ type: 'service-contract', soldAt: SOLD, relation: ended(ENDS) });
  const [BEFORE, AT, AFTER] = ['2025-06-30T11:59:59.999Z', ENDS, '2025-06-30T12:00:00.001Z'].map(instant) as [
    ...[ReturnType<typeof instant>, ReturnType<typeof instant>, ReturnType<typeof instant>],
  ];
  test('a contract that ended was shown to run until then', () => {
    expect([BEFORE, AT, AFTER].map((at) => isShownToRun(contract, at))).toEqual([true, false, false]);
    expect(isShownToRun(aSale({ type: 'service-contract' }), AT)).toBe(false);
  });
  test('its relation has no end before that instant, and that end from it on', () => {
    const end = Date.parse(ENDS);
    expect([BEFORE, AT, AFTER].map((at) => endOfRelation(contract, at))).toEqual([Number.POSITIVE_INFINITY, end, end]);
  });
  test('an act counts from its instant on', () => {
    const standing = aStanding({ lastActAt: AT, declared: { lastActAt: AT } });
    expect([BEFORE, AT, AFTER].map((at) => recordedActs(standing, at).length)).toEqual([0, 2, 2]);
  });
  test('one may ask to stay for thirty days before the term', () => {
    expect(RENEWAL_WINDOW / 86_400_000).toBe(30);
  });
});
