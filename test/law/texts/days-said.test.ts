import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Exception, Prohibition } from '#shared/law/article.ts';
import { AMENDMENTS } from '#shared/law/editions/amendments.ts';
import { citationOf } from '#shared/law/reasons/citation.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import { REGISTER } from '#shared/law/register.ts';
import { FINE_OF_L34_5 } from '#shared/law/texts/administrative.ts';
import type { Sanction } from '#shared/law/texts/sanction.ts';
import { LANGUAGES } from '#tools/law/page/language.ts';
import { lawPage } from '#tools/law/page/page.ts';
import { verifiedTexts } from './verified.ts';

const SENTENCES: readonly Prohibition[] = [...REGISTER, ...AMENDMENTS.flatMap(({ removed }) => removed)];
const TEXTS = verifiedTexts();
const nameOf = ({ code, article }: Prohibition) => `${code} (${article.id})`;
const exceptionsOf = ({ unless = [] }: Prohibition): readonly Exception<never>[] => unless;

const MONTHS =
  /(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|January|February|March|April|May|June|July|August|September|October|November|December)/;
const DAYS = new RegExp(`\\b\\d{1,2}(?:er)? ${MONTHS.source} (\\d+)\\b`, 'g');
/** The oldest text that the pages name, the loi Informatique et libertés. */
const OLDEST = 1978;
const tooOld = (text: string) =>
  [...text.matchAll(DAYS)].flatMap(([day, year]) => (Number(year) < OLDEST ? [day] : []));

/** Days that a version says of itself, and that must come before its last. */
const daysOf = (sentence: Prohibition) => {
  const { inForceSince, asOf, takenOn } = citationOf(sentence);
  return [inForceSince, asOf, takenOn].filter((day) => day !== undefined);
};
const saysAfterItsEnd = (sentence: Prohibition) =>
  daysOf(sentence).some((day) => day >= (sentence.article.inForce.until ?? '9999'));
/** A sanction that applies on no day of the sentence. */
const neverTogether = ({ article: { inForce } }: Prohibition, { from = '', until = '9999' }: Sanction) =>
  from >= (inForce.until ?? '9999') || until <= inForce.from;
const DEAD: Sanction = { ...FINE_OF_L34_5, until: '2020-07-26' };

describe('days that are said of a text', () => {
  test.each([
    ['loi.md', 'fr'],
    ['law.md', 'en'],
  ])('docs/%s names no day of a year before the oldest text', (file) => {
    expect(tooOld(readFileSync(new URL(`../../../docs/${file}`, import.meta.url), 'utf8'))).toEqual([]);
    expect(tooOld('en vigueur du 1er janvier 1 au 11 août 2026')).toEqual(['1er janvier 1']);
  });
  test('by a verdict are days on which there was a law', () => {
    const said = SENTENCES.flatMap(
      ({ code, article }) => explain({ reasons: [{ code, article: article.id }], notes: [] }).reasons,
    );
    expect(said.every(({ citation }) => citation !== undefined)).toBe(true);
    const days = JSON.stringify(said).match(/"\d{4}-\d{2}-\d{2}"/g) ?? [];
    expect(days.length).toBeGreaterThan(100);
    expect(days.filter((day) => day < `"${OLDEST}"`)).toEqual([]);
  });
  test('come before its end: none begins, is seen or is taken by Aval after it ended', () => {
    expect(SENTENCES.filter(({ article }) => article.inForce.until !== undefined).length).toBeGreaterThan(7);
    expect(SENTENCES.filter(saysAfterItsEnd).map(nameOf)).toEqual([]);
  });
  test('are days in force for law and charters alone: doctrine has a date', () => {
    const doctrine = SENTENCES.filter(({ article }) => article.kind === 'doctrine').map(citationOf);
    expect(doctrine.length).toBeGreaterThan(8);
    expect(doctrine.filter(({ inForceSince, asOf }) => inForceSince !== undefined || asOf === undefined)).toEqual([]);
  });
  test('of a charter of which no word was read: it has no first day', () => {
    const unread = SENTENCES.filter(({ article: { kind, read } }) => kind === 'charter' && read === undefined);
    expect(unread.map((each) => citationOf(each).inForceSince)).toEqual(unread.map(() => undefined));
    expect(unread.length).toBe(5);
  });
});

describe('a sentence names nothing of another time', () => {
  test('no sanction that applies on none of its days', () => {
    expect(neverTogether(REGISTER[0] as Prohibition, DEAD)).toBe(true);
    const found = SENTENCES.filter((each) => each.sanctions?.some((sanction) => neverTogether(each, sanction)));
    expect(found.map(nameOf)).toEqual([]);
  });
  test('a ban on calls of before 11 August 2026 voids the contract by al. 10 of that time, and later by al. 9', () => {
    const civilOn = (at: string) =>
      ['2026-04-03', '2026-08-11'].map((version) =>
        explain({
          reasons: [{ code: 'SECTOR_BAN_HOME_ENERGY', article: `l223-1/${version}` }],
          notes: [],
          at: at as never,
        }).reasons[0]?.sanctions.flatMap(({ nature, texts }) => (nature === 'civil' ? texts[0]?.paragraph : [])),
      );
    expect(civilOn('2026-08-10T10:00:00.000Z')).toEqual([['al. 10'], []]);
    expect(civilOn('2026-08-12T10:00:00.000Z')).toEqual([[], ['al. 9']]);
  });
  test('an exception names a paragraph of its own text, or another source', () => {
    const found = SENTENCES.flatMap((each) => {
      const paragraphs = TEXTS.get(each.article.id)?.paragraphs ?? {};
      return exceptionsOf(each).flatMap(({ paragraph }) =>
        paragraph === undefined || paragraph in paragraphs ? [] : [`${nameOf(each)}: ${paragraph}`],
      );
    });
    expect(found).toEqual([]);
  });
  test('a call agreed outside hours rests on D. 223-9, al. 2 before 11 August 2026, and on L. 223-1, al. 6 since', () => {
    const agreed = SENTENCES.filter(({ code }) => code === 'QUIET_HOURS_VOICE' || code === 'PUBLIC_HOLIDAY_VOICE');
    expect(
      agreed.map((each) => [each.article.id, exceptionsOf(each)[0]?.paragraph, exceptionsOf(each)[0]?.source]),
    ).toEqual([
      ['d223-9/2023-03-01', 'al. 2', undefined],
      ['d223-9/2023-03-01', 'al. 2', undefined],
      ['d223-9/2026-08-11', undefined, 'C. consom., art. L. 223-1, al. 6'],
      ['d223-9/2026-08-11', undefined, 'C. consom., art. L. 223-1, al. 6'],
      // Days as editions before 2026-11-30.4 read them, then as those before 2026-12-01 did.
      ['d223-9/2023-03-01', 'al. 2', undefined],
      ['d223-9/2026-08-11', undefined, 'C. consom., art. L. 223-1, al. 6'],
      ['d223-9/2023-03-01', 'al. 2', undefined],
      ['d223-9/2026-08-11', undefined, 'C. consom., art. L. 223-1, al. 6'],
      // Hours as editions before 2026-11-30.5 quoted them.
      ['d223-9/2023-03-01', 'al. 2', undefined],
      ['d223-9/2026-08-11', undefined, 'C. consom., art. L. 223-1, al. 6'],
    ]);
  });
  test('where an exception comes from is said in no English, and a paragraph not twice', () => {
    const sources = SENTENCES.flatMap((each) => exceptionsOf(each).flatMap(({ source }) => source ?? []));
    expect(sources.filter((source) => / (?:which|refers|of|the|and) /.test(source))).toEqual([]);
    expect(SENTENCES.filter(({ article, paragraph }) => paragraph?.endsWith(` ${article.number}`)).map(nameOf)).toEqual(
      [],
    );
  });
});

describe('what the annex says of a sentence', () => {
  const rows = lawPage('fr').reasons;
  const rowOf = (anchor: string) => rows.find((each) => each.anchor === anchor);
  test('of relational messages alone', () => {
    for (const anchor of ['RELATIONAL_REFUSAL_MISSING', 'CLASS_UNCERTAIN', 'RELATIONAL_REFUSED'])
      expect([anchor, rowOf(anchor)?.effect]).toEqual([
        anchor,
        expect.stringMatching(/ ; messages relationnels seulement$/),
      ]);
    expect(rowOf('OPPOSED_CHANNEL')?.effect).not.toContain('relationnels');
  });
  test('that its text was not read, and that it is a reading of a law or a charter', () => {
    const unread = REGISTER.filter(({ quote, article }) => quote === undefined && article.kind !== 'house');
    expect(rows.filter(({ text }) => text.includes('texte non lu'))).toHaveLength(unread.length);
    expect(rowOf('B2B_ADDRESS_GUESSED')?.text).toMatch(/ ; par une lecture d’Aval, que le chapitre explique$/);
    expect(rowOf('OPPOSED_GLOBAL')?.text).not.toContain('lecture');
  });
  test('that a fine applies by e-mail alone, by the text that it punishes', () => {
    const fines = [
      'OPPOSITION_MENTION_MISSING',
      'OPPOSITION_MENTION_MISSING-l122-8-2026-04-03',
      'OPPOSITION_ROAD_NOT_WORKING',
      'OPPOSITION_ROAD_NOT_WORKING-l122-8-2026-04-03',
      'AD_NOT_RECOGNISABLE-l122-8-2026-04-03',
    ].map((code) =>
      rowOf(code)
        ?.sanctions.map(({ name }) => name)
        .filter((name) => name.includes('L. 132-26')),
    );
    const fine = 'Code de la consommation, art. L. 132-26, al. 1';
    expect(fines).toEqual([[], [fine], [], [fine], [fine]]);
    const listed = lawPage('fr').sanctions.filter(({ title }) => title.includes('L. 132-26'));
    expect(listed.map(({ says }) => says.slice(0, 35))).toEqual(['Amende administrative de 3 000 € au']);
  });
  test('that the fine on numbers that are shown is of commercial calls to consumers (L. 221-17), and not of every call', () => {
    const fine = 'Code de la consommation, art. L. 242-14, al. 1';
    const named = (code: string) =>
      rowOf(code)
        ?.sanctions.map(({ name }) => name)
        .filter((name) => name.includes('L. 242-14'));
    expect(named('CALLER_ID_FORBIDDEN')).toEqual([]);
    expect(named('CALLER_ID_FORBIDDEN-l221-17-2026-04-03')).toEqual([fine]);
  });
  test('by the plain name of a code of what forbids today, and not of what has ended', () => {
    expect(rowOf('PUBLIC_HOLIDAY')?.text).toMatch(/^règle d’Aval/);
    const ended = REGISTER.filter(({ article }) => article.inForce.until !== undefined);
    const plain = ended.filter(({ code, article }) => rowOf(`${code}-${article.id.replace('/', '-')}`) === undefined);
    expect(plain.map(nameOf)).toEqual([]);
  });
  test('of a version whose first day was not read, a day on which it was seen, and its last', () => {
    expect(rowOf('SECTOR_BAN_HOME_ENERGY-l223-1-2026-04-03')?.text).toContain(
      'vu en vigueur le 3 avril 2026, en vigueur jusqu’au 11 août 2026 exclu',
    );
    expect(LANGUAGES.map((each) => lawPage(each).reasons.length)).toEqual([REGISTER.length, REGISTER.length]);
  });
});
