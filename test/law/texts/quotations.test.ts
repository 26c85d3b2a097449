import { describe, expect, test } from 'vitest';
import type { Prohibition } from '#shared/law/article.ts';
import { AMENDMENTS } from '#shared/law/editions/amendments.ts';
import { REGISTER } from '#shared/law/register.ts';
import { faultsOf, type Quotation, quotationsIn, quotationsOfSanctions } from './faults.ts';
import { verifiedTexts } from './verified.ts';

const TEXTS = verifiedTexts();
const SENTENCES: readonly Prohibition[] = [...REGISTER, ...AMENDMENTS.flatMap(({ removed }) => removed)];
const QUOTATIONS = SENTENCES.flatMap(quotationsIn);
const OF_SANCTIONS = SENTENCES.flatMap(quotationsOfSanctions);

/** Sentences whose text was not read: they quote nothing, and say so. */
const UNREAD = [
  'SECTOR_BAN_HOME_ENERGY (l223-1/2026-08-11)',
  'SECTOR_BAN_UNCERTAIN (l223-1/2026-08-11)',
  'AD_NOT_RECOGNISABLE (l221-16/2026-08-11)',
  'SENSITIVE_TARGETING (rgpd-9/2018-05-25)',
  'SENSITIVE_TARGETING (rgpd-9/2018-05-25)',
  'SOURCE_MENTION_MISSING (rgpd-14/2018-05-25)',
  // Of editions before 2026-11-30.4.
  'SOURCE_MENTION_MISSING (rgpd-14/2018-05-25)',
  'PUBLIC_HOLIDAY (af2m-sms/2024-09-01)',
  'SENDER_ID_INVALID (af2m-sender/2019-08-01)',
  // Of editions before 2026-11-30.5.
  'SENDER_ID_INVALID (af2m-sender/2019-08-01)',
  'QUIET_HOURS_SMS (af2m-sms/2024-09-01)',
  'TIMEZONE_AMBIGUOUS (af2m-sms/2024-09-01)',
];

describe('every quotation of the register', () => {
  test('is in the verified texts to the letter: paragraph, version, source, day and grade', () => {
    expect(QUOTATIONS.length).toBeGreaterThan(55);
    expect(QUOTATIONS.flatMap((each) => faultsOf(each, TEXTS))).toEqual([]);
  });
  test('of a sanction too', () => {
    expect(OF_SANCTIONS.length).toBeGreaterThan(100);
    expect([...new Set(OF_SANCTIONS.flatMap((each) => faultsOf(each, TEXTS)))]).toEqual([]);
  });
  test('is missing only where the text was not read, or the rule is ours', () => {
    const silent = SENTENCES.filter(({ quote, article }) => quote === undefined && article.kind !== 'house');
    expect(silent.map(({ code, article }) => `${code} (${article.id})`).toSorted()).toEqual(UNREAD.toSorted());
  });
  test('is of a text of others: a house rule has its own words, and no other sentence has', () => {
    for (const { code, article, quote, rule } of SENTENCES)
      expect([code, quote !== undefined && rule !== undefined, rule !== undefined]).toEqual([
        code,
        false,
        article.kind === 'house',
      ]);
  });
  test('is of a text that has a sanction, where a sanction is named: a house rule has none of its own', () => {
    const house = SENTENCES.filter(({ article }) => article.kind === 'house');
    expect(house.filter(({ sanctions }) => sanctions !== undefined).map(({ code }) => code)).toEqual([]);
  });
  test('is of no text that has left the law: art. R. 10-1 CPCE ended on 3 October 2014', () => {
    expect(TEXTS.get('r10-1/2012-04-01')?.inForce.until).toBe('2014-10-03');
    expect([...QUOTATIONS, ...OF_SANCTIONS].filter(({ version }) => version.startsWith('r10-1/'))).toEqual([]);
    expect(JSON.stringify(SENTENCES.map(({ sanctions }) => sanctions))).not.toContain('R. 10-1');
  });
});

const [ONE] = QUOTATIONS.filter(({ by }) => by.startsWith('CONSENT_MISSING'));
const OF_2026 = QUOTATIONS.find(({ by }) => by === 'ATTEMPT_QUOTA (d223-9/2026-08-11)');

describe('a quotation that is not true is found', () => {
  test.each<[string, (quotation: Quotation) => Quotation, RegExp]>([
    [
      'one letter changed',
      (each) => ({ ...each, words: each.words.replace('préalablement', 'prealablement') }),
      /has not the words/,
    ],
    ['one word left out', (each) => ({ ...each, words: each.words.replace('directes ', '') }), /has not the words/],
    ['no word', (each) => ({ ...each, words: '' }), /quotes too little/],
    ['another paragraph', (each) => ({ ...each, paragraph: 'al. 2' }), /al\. 2 has not the words/],
    ['a paragraph that is not there', (each) => ({ ...each, paragraph: 'al. 11' }), /has no al\. 11/],
    ['no paragraph', (each) => ({ ...each, paragraph: undefined }), /names no paragraph/],
    ['a version nobody read', (each) => ({ ...each, version: 'l34-5/2016-07-01' }), /is no verified text/],
    ['days before its version', (each) => ({ ...each, period: { from: '2016-07-01' } }), /applies before 2020-07-26/],
    [
      'another source',
      (each) => ({ ...each, read: each.read && { ...each.read, source: 'memory' } }),
      /the source is not/,
    ],
    ['a better grade', (each) => ({ ...each, read: each.read && { ...each.read, grade: 'quoted' } }), /the grade of/],
    ['another day', (each) => ({ ...each, read: each.read && { ...each.read, on: '2026-11-25' } }), /was read on/],
    ['no source', (each) => ({ ...each, read: undefined }), /the source is not/],
  ])('%s', (_, fault, said) => {
    if (ONE === undefined) throw new Error('CONSENT_MISSING quotes al. 1');
    expect(faultsOf(ONE, TEXTS)).toEqual([]);
    expect(faultsOf(fault(ONE), TEXTS).join(' ')).toMatch(said);
  });
  test('the paragraph of the earlier version', () => {
    if (OF_2026 === undefined) throw new Error('ATTEMPT_QUOTA quotes al. 2');
    expect(faultsOf({ ...OF_2026, paragraph: 'al. 3' }, TEXTS)).toHaveLength(1);
  });
  test('days after the last day of its version', () => {
    const of2023 = QUOTATIONS.find(({ by }) => by === 'ATTEMPT_QUOTA (d223-9/2023-03-01)');
    if (of2023 === undefined) throw new Error('ATTEMPT_QUOTA quotes al. 3');
    expect(faultsOf({ ...of2023, period: { from: '2023-03-01' } }, TEXTS).join(' ')).toMatch(
      /applies after 2026-08-11/,
    );
  });
  test('a first day that nobody read', () => {
    const found = OF_SANCTIONS.find(({ version }) => version === 'l242-14/2026-04-03');
    if (found === undefined) throw new Error('L. 242-14 is quoted');
    expect(faultsOf({ ...found, period: { from: '2020-01-01' } }, TEXTS).join(' ')).toMatch(/not read/);
  });
});
