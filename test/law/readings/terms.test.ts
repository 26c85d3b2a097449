import { describe, expect, test } from 'vitest';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import {
  customerKeptUntil,
  expiryOf,
  lastContactOf,
  prospectKeptUntil,
  relationEndOf,
  renewalOpensAt,
} from '#shared/law/readings/retention.ts';
import { aConsent, anAdvertiser, aSale, aStanding, instant } from '../../support/builders.ts';

const terms = (prospectYears: number, customerYears: number) =>
  anAdvertiser({ retention: { prospectYears, customerYears } });
const [YEAR_22, YEAR_23, YEAR_24] = [
  instant('2022-06-01T00:00:00Z'),
  instant('2023-06-01T00:00:00Z'),
  instant('2024-06-01T00:00:00Z'),
];
const ended = (endedAt: typeof YEAR_22) => ({ state: 'ended' as const, endedAt });
const ms = (at: typeof YEAR_22) => Date.parse(at);
const collectedAt = (at: typeof YEAR_22) => ({
  profession: { source: { kind: 'public-source' as const, collectedAt: at } },
});

describe('RET-2: the last contact that came from the person', () => {
  test.each<[string, Parameters<typeof aStanding>[0], string]>([
    ['an act on record', { lastActAt: YEAR_24, declared: { lastActAt: YEAR_22, ...collectedAt(YEAR_23) } }, YEAR_24],
    ['an act that is declared', { lastActAt: YEAR_22, declared: { lastActAt: YEAR_24 } }, YEAR_24],
    ['the collection from a public source', { lastActAt: YEAR_22, declared: collectedAt(YEAR_24) }, YEAR_24],
    ['the collection alone', { declared: collectedAt(YEAR_23) }, YEAR_23],
    [
      'the first record, where nothing else is known',
      { firstRecordedAt: YEAR_22, declared: { profession: {} } },
      YEAR_22,
    ],
    ['never the first record, where an act is known', { firstRecordedAt: YEAR_24, lastActAt: YEAR_22 }, YEAR_22],
  ])('is the latest: %s', (_, standing, last) => {
    expect(lastContactOf(aStanding(standing))).toBe(last);
  });
});

describe('RET-3: the end of the relation with a customer', () => {
  test.each(['order', 'service-contract', 'paid-subscription', 'free-account'] as const)('is made by %s', (type) => {
    expect(relationEndOf(aStanding({ sales: [aSale({ type, soldAt: YEAR_23 })] }))).toBe(ms(YEAR_23));
  });
  test.each(['account-only', 'quote', 'lead', 'contest', 'basket'] as const)('is not made by %s', (type) => {
    const sales = [aSale({ type, soldAt: YEAR_24, relation: ended(YEAR_24) })];
    expect(relationEndOf(aStanding({ sales }))).toBeUndefined();
    expect(customerKeptUntil(aStanding({ sales }), terms(1, 1))).toBeUndefined();
  });
  test('is the latest of every sale and contract', () => {
    const ending = (sales: readonly Parameters<typeof aSale>[0][]) =>
      relationEndOf(aStanding({ sales: sales.map((sale) => aSale(sale)) }));
    expect(ending([{ soldAt: YEAR_24 }, { soldAt: YEAR_23 }])).toBe(ms(YEAR_24));
    expect(ending([{ soldAt: YEAR_22, relation: ended(YEAR_24) }, { soldAt: YEAR_23 }])).toBe(ms(YEAR_24));
    expect(ending([{ soldAt: YEAR_24, relation: ended(YEAR_23) }])).toBe(ms(YEAR_24));
    expect(ending([])).toBeUndefined();
  });
});

describe('the terms of an advertiser', () => {
  const both = aStanding({ lastActAt: YEAR_23, sales: [aSale({ soldAt: YEAR_22 })] });
  test('are counted in years, each from its own last day', () => {
    expect(prospectKeptUntil(both, terms(2, 1))).toBe(Date.parse('2025-06-01T00:00:00.000Z'));
    expect(customerKeptUntil(both, terms(2, 1))).toBe(Date.parse('2023-06-01T00:00:00.000Z'));
  });
  test.each([
    ['the prospect’s, where it is later', 2, 1, '2025-06-01T00:00:00.000Z'],
    ['the customer’s, where it is later', 1, 3, '2025-06-01T00:00:00.000Z'],
    ['either, where they end together', 1, 2, '2024-06-01T00:00:00.000Z'],
  ])('end for good with %s', (_, prospectYears, customerYears, end) => {
    expect(expiryOf(both, terms(prospectYears, customerYears))).toBe(end);
  });
  test('are three years where none are chosen', () => {
    expect(expiryOf(both)).toBe('2026-06-01T00:00:00.000Z');
    expect(expiryOf(aStanding({ lastActAt: YEAR_22, sales: [aSale({ soldAt: YEAR_24 })] }))).toBe(
      '2027-06-01T00:00:00.000Z',
    );
  });
  test('open the question whether to stay thirty days before their end', () => {
    const opens = (changes: Partial<Standing>) => renewalOpensAt({ ...both, ...changes }, terms(2, 1));
    expect(opens({})).toBe(Date.parse('2023-05-02T00:00:00.000Z'));
    expect(opens({ consents: [aConsent({ state: 'withdrawn' })] })).toBe(Date.parse('2023-05-02T00:00:00.000Z'));
    expect(opens({ consents: [aConsent()] })).toBe(Date.parse('2025-05-02T00:00:00.000Z'));
    expect(opens({ consents: [aConsent(), aConsent({ state: 'withdrawn' })] })).toBe(
      Date.parse('2025-05-02T00:00:00.000Z'),
    );
    expect(opens({ declared: { profession: { function: 'florist' } } })).toBe(Date.parse('2025-05-02T00:00:00.000Z'));
    expect(opens({ sales: [] })).toBe(Date.parse('2025-05-02T00:00:00.000Z'));
  });
});
