import { describe, expect, test } from 'vitest';
import {
  collectionOf,
  endOfRelation,
  expiryOf,
  isShownToRun,
  lastDayOf,
  recordedActs,
} from '#shared/law/readings/retention.ts';
import { aConsent, anAdvertiser, aSale, aStanding, instant } from '../../support/builders.ts';

const terms = (prospectYears: number, customerYears: number) =>
  anAdvertiser({ retention: { prospectYears, customerYears } });
const [YEAR_22, YEAR_23, YEAR_24] = [
  instant('2022-06-01T00:00:00Z'),
  instant('2023-06-01T00:00:00Z'),
  instant('2024-06-01T00:00:00Z'),
];
const ms = (at: typeof YEAR_22) => Date.parse(at);
const ended = (endedAt: typeof YEAR_22) => ({ state: 'ended' as const, endedAt });
const RUNNING = { state: 'running' as const, shownBy: { contractReference: 'C-1' } };
const collectedAt = (at: typeof YEAR_22) => ({
  profession: { source: { kind: 'public-source' as const, collectedAt: at } },
});

describe('RET-2: the acts of the person that are recorded or declared as such', () => {
  test.each<[string, Parameters<typeof aStanding>[0], readonly string[]]>([
    ['an activity, and a declaration', { lastActAt: YEAR_24, declared: { lastActAt: YEAR_22 } }, [YEAR_24, YEAR_22]],
    ['none', {}, []],
    ['no consent and no sale by itself', { consents: [aConsent()], sales: [aSale()] }, []],
  ])('are: %s', (_, standing, acts) => {
    expect(recordedActs(aStanding(standing), YEAR_24)).toEqual(acts.map((at) => Date.parse(at)));
  });
  test('are known as of a day: of later ones nothing is said', () => {
    const standing = aStanding({ lastActAt: YEAR_24, declared: { lastActAt: YEAR_22 } });
    expect(recordedActs(standing, YEAR_23)).toEqual([ms(YEAR_22)]);
  });
});

describe('RET-1: the collection of a professional’s address', () => {
  test('is its date, or the first record where nothing else is known', () => {
    expect(collectionOf(aStanding({ declared: collectedAt(YEAR_23) }), [ms(YEAR_22)])).toEqual([ms(YEAR_23)]);
    expect(collectionOf(aStanding({ firstRecordedAt: YEAR_22 }), [])).toEqual([ms(YEAR_22)]);
    expect(collectionOf(aStanding({ firstRecordedAt: YEAR_22 }), [ms(YEAR_24)])).toEqual([]);
  });
});

describe('RET-3: the end of the relation that a sale made', () => {
  test('is the date of the sale, or the later end of the contract', () => {
    expect(endOfRelation(aSale({ soldAt: YEAR_23 }), YEAR_24)).toBe(ms(YEAR_23));
    expect(endOfRelation(aSale({ type: 'service-contract', soldAt: YEAR_22, relation: ended(YEAR_23) }), YEAR_24)).toBe(
      ms(YEAR_23),
    );
    expect(endOfRelation(aSale({ type: 'service-contract', soldAt: YEAR_23, relation: ended(YEAR_22) }), YEAR_24)).toBe(
      ms(YEAR_23),
    );
  });
  test('is the date of an order or a gift, whatever is said of its relation', () => {
    for (const type of ['order', 'donation'] as const)
      for (const relation of [RUNNING, ended(YEAR_23), ended(YEAR_24)])
        expect(endOfRelation(aSale({ type, soldAt: YEAR_22, relation }), YEAR_23)).toBe(ms(YEAR_22));
  });
  test('has not come while it runs, nor before the day on which it came', () => {
    expect(endOfRelation(aSale({ type: 'service-contract', relation: RUNNING }), YEAR_24)).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(endOfRelation(aSale({ type: 'service-contract', soldAt: YEAR_22, relation: ended(YEAR_24) }), YEAR_23)).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(endOfRelation(aSale({ type: 'service-contract', soldAt: YEAR_22, relation: ended(YEAR_24) }), YEAR_24)).toBe(
      ms(YEAR_24),
    );
  });
});

describe('the terms of an advertiser', () => {
  test('are counted in years, each from its own last day; the later one counts', () => {
    const last = (acts: readonly number[], ends: readonly number[]) =>
      lastDayOf({ acts, ends }, { prospectYears: 2, customerYears: 1 });
    expect(last([ms(YEAR_23)], [ms(YEAR_22)])).toBe(Date.parse('2025-06-01T00:00:00.000Z'));
    expect(last([ms(YEAR_22)], [ms(YEAR_24)])).toBe(Date.parse('2025-06-01T00:00:00.000Z'));
    expect(last([ms(YEAR_22)], [Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
    expect(last([], [])).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('P7: the expiry of a standing', () => {
  const both = aStanding({ lastActAt: YEAR_23, sales: [aSale({ soldAt: YEAR_22 })] });
  test.each([
    ['the prospect’s, where it is later', 2, 1, '2025-06-01T00:00:00.000Z'],
    ['the customer’s, where it is later', 1, 3, '2025-06-01T00:00:00.000Z'],
    ['either, where they end together', 1, 2, '2024-06-01T00:00:00.000Z'],
  ])('is %s', (_, prospectYears, customerYears, end) => {
    expect(expiryOf(both, terms(prospectYears, customerYears))).toBe(end);
  });
  test('comes after three years where no terms are chosen', () => {
    expect(expiryOf(both)).toBe('2026-06-01T00:00:00.000Z');
    expect(expiryOf(aStanding({ lastActAt: YEAR_22, sales: [aSale({ soldAt: YEAR_24 })] }))).toBe(
      '2027-06-01T00:00:00.000Z',
    );
    expect(expiryOf(aStanding({ consents: [aConsent({ givenAt: YEAR_24 })] }))).toBe('2027-06-01T00:00:00.000Z');
  });
  test('does not come while a relation runs; a pending consent puts it off by nothing', () => {
    expect(
      expiryOf(aStanding({ sales: [aSale({ type: 'service-contract', soldAt: YEAR_22, relation: RUNNING })] })),
    ).toBeUndefined();
    const pending = aConsent({ givenAt: YEAR_24, state: 'pending' });
    expect(expiryOf(aStanding({ consents: [pending], firstRecordedAt: YEAR_22 }))).toBe('2025-06-01T00:00:00.000Z');
  });
  test.each(['account-only', 'quote', 'lead', 'contest', 'basket'] as const)(
    'is not put off by a running %s',
    (type) => {
      expect(expiryOf(aStanding({ sales: [aSale({ type, soldAt: YEAR_22, relation: RUNNING })] }))).toBe(
        '2025-06-01T00:00:00.000Z',
      );
    },
  );
});

test('a term that began on 29 February ends on the last day of February', () => {
  const from = ms(instant('2024-02-29T09:40:08Z'));
  const lastDay = (years: number) =>
    new Date(lastDayOf({ acts: [], ends: [from] }, { prospectYears: 1, customerYears: years }));
  expect([1, 3, 4].map((years) => lastDay(years).toISOString())).toEqual([
    '2025-02-28T09:40:08.000Z',
    '2027-02-28T09:40:08.000Z',
    '2028-02-29T09:40:08.000Z',
  ]);
});

describe('a relation that is said to run, shown by its last invoice alone', () => {
  const invoiced = (issuedOn: string, contractReference?: string) =>
    ({
      state: 'running',
      shownBy: { lastInvoice: { reference: 'F-1', issuedOn }, ...(contractReference && { contractReference }) },
    }) as const;
  const subscription = (issuedOn: string, contractReference?: string) =>
    aSale({
      type: 'paid-subscription',
      soldAt: instant('2015-05-01T08:00:00Z'),
      relation: invoiced(issuedOn, contractReference),
    });
  const endOfMay2016 = Date.parse('2016-05-01T23:59:59.999Z');
  test('ends with the day of that invoice, as a customer’s does with the last order', () => {
    expect(endOfRelation(subscription('2016-05-01'), YEAR_24)).toBe(endOfMay2016);
    expect(endOfRelation(subscription('2014-05-01'), YEAR_24)).toBe(Date.parse('2015-05-01T08:00:00Z'));
  });
  test('has no end where a contract shows it, until one is recorded', () => {
    expect(endOfRelation(subscription('2016-05-01', 'C-1'), YEAR_24)).toBe(Number.POSITIVE_INFINITY);
  });
  test('is held to run for a year after the invoice', () => {
    const on = (at: string, contractReference?: string) =>
      isShownToRun(subscription('2025-11-24', contractReference), instant(at));
    expect(on('2026-11-24T23:59:59.999Z')).toBe(true);
    expect(on('2026-11-25T00:00:00.000Z')).toBe(false);
    expect(on('2030-01-01T00:00:00.000Z', 'C-1')).toBe(true);
    expect(isShownToRun(aSale({ type: 'paid-subscription' }), YEAR_24)).toBe(false);
  });
});
