import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { READINGS } from '#shared/domain/advertiser/chosen-reading.ts';
import type { Prohibition } from '#shared/law/article.ts';
import { REASONS } from '#shared/law/reasons/reasons.ts';
import { REGISTER, RULEBOOK } from '#shared/law/register.ts';
import * as sources from '#shared/law/texts/sources.ts';
import { CHAPTERS } from '#tools/law/chapters/chapters.ts';
import { chapterFaults } from '#tools/law/chapters/faults.ts';
import { answersToday } from '#tools/law/examples.ts';
import { answers } from '#tools/law/page/answers.ts';
import { LANGUAGES } from '#tools/law/page/language.ts';
import { type LawPage, lawPage } from '#tools/law/page/page.ts';
import { SOURCES_IN_FRENCH } from '#tools/law/page/sources-fr.ts';
import { renderLaw } from '#tools/law/render.ts';

const DOCS = new URL('../../../docs/', import.meta.url);
const FILES = { fr: 'loi.md', en: 'law.md' } as const;
const PAGES = LANGUAGES.map(lawPage);
const stored = (page: LawPage) => readFileSync(new URL(FILES[page.language], DOCS), 'utf8');
const named = PAGES.map((page) => [FILES[page.language], page, stored(page)] as const);

describe.each(named)('docs/%s', (_, page, text) => {
  test('is what the register renders', () => {
    expect(text).toBe(renderLaw(page));
  });
  test('names every reason code, and has one anchor for each sentence', () => {
    expect(Object.keys(REASONS).filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
    expect(page.reasons).toHaveLength(REGISTER.length);
    expect(page.reasons.filter(({ anchor }) => !text.includes(`<a id="${anchor}">`))).toEqual([]);
  });
  test('quotes beside each sentence that decides today the paragraph it rests on, in one chapter', () => {
    const deciding = REGISTER.filter(({ article: { inForce } }) => (inForce.until ?? '9999') > RULEBOOK.version);
    const told = page.chapters.flatMap(({ texts }) => texts.flatMap(({ words, reasons }) => reasons.map(() => words)));
    expect(told).toHaveLength(deciding.length);
    const silent = told.filter((words) => words === undefined).length;
    expect(silent).toBe(deciding.filter(({ quote, rule }) => quote === undefined && rule === undefined).length);
    const plain = (words: string) => words.replaceAll("'", '’');
    const quotes = deciding.flatMap(({ quote }) => quote ?? []);
    expect(quotes.filter((quote) => !told.some((words) => words?.includes(plain(quote))))).toEqual([]);
  });
  test('shows what it quotes to the letter, but for the spaces that French does not break lines at', () => {
    const shown = page.chapters.flatMap(({ texts }) =>
      texts.flatMap(({ words, isOurs }) => (isOurs ? [] : (words ?? []))),
    );
    expect(shown.length).toBeGreaterThan(50);
    const plain = text.replaceAll('\u00a0', ' ');
    expect(shown.filter((words) => !plain.includes(words.replaceAll('\n', '<br>')))).toEqual([]);
    const breaking = text.match(/.{0,20}(?: [:;?!»]|« ).{0,20}/gu) ?? [];
    const unbroken = text.match(/\u00a0[:;?!»]|«\u00a0/gu) ?? [];
    expect([breaking, unbroken.length > 500]).toEqual(page.language === 'fr' ? [[], true] : [breaking, false]);
  });
  test('has one anchor of each name, and no link into it leads nowhere', () => {
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(new Set(ids).size);
    expect([...text.matchAll(/\]\(#([^)]+)\)/g)].filter(([, id]) => !ids.includes(id))).toEqual([]);
  });
  test('can be read without the labels of docs/readings.md, in 700 lines', () => {
    expect(
      text.match(/(?<![\w/#(-])(?:D\d+|S[1-9]|(?:FR|RET|OPP|VOICE|SENS|MIN|SMS|TIME)-[\w-]+)(?![\w-])/g),
    ).toBeNull();
    expect(text.split('\n').length).toBeLessThanOrEqual(700);
  });
  test('answers each situation as the decision table does', () => {
    for (const { examples, id } of page.chapters) expect([id, examples.length > 2]).toEqual([id, true]);
    const all = page.chapters.flatMap(({ examples }) => examples.map(({ outcome }) => outcome));
    expect(new Set(all)).toEqual(new Set(['allow', 'defer', 'review', 'refuse']));
  });
});

test('the answers that the pages show are those that the law gives today', async () => {
  expect(answers()).toEqual(await answersToday());
});

describe('the chapters beside the register', () => {
  const reading: Prohibition = { ...(REGISTER[0] as Prohibition), reading: 'A choice.' };
  const [scope] = CHAPTERS;
  if (scope === undefined) throw new Error('there is no chapter');

  test('ask in the order of a lawyer, lack nothing, and explain every reading in both languages', () => {
    expect(CHAPTERS.map(({ id }) => id)).toEqual([
      ...['scope', 'opposition', 'consent', 'existing-customer', 'professionals', 'evidence'],
      ...['form', 'retention', 'limits', 'frequency', 'hours'],
    ]);
    expect(chapterFaults(CHAPTERS, REGISTER)).toEqual([]);
  });
  test('name every reading that an advertiser may record instead', () => {
    const settings = CHAPTERS.flatMap(({ open }) => open.flatMap(({ setting }) => setting ?? []));
    expect(READINGS.filter((each) => !settings.includes(each))).toEqual([]);
  });
  test.each<[string, () => readonly string[], string]>([
    [
      'a reading that nobody explains',
      () => chapterFaults(CHAPTERS, [...REGISTER, reading]),
      'consent leaves open nothing of CONSENT_MISSING, which is a reading',
    ],
    [
      'a reading that is none any more',
      () =>
        chapterFaults(
          CHAPTERS,
          REGISTER.filter(({ code }) => code !== 'CLASS_UNCERTAIN'),
        ),
      'scope calls CLASS_UNCERTAIN a reading, which it is not',
    ],
    [
      'a chapter without a sentence',
      () => chapterFaults([...CHAPTERS, { ...scope, id: 'fax' }], REGISTER),
      'fax has no sentence of the register',
    ],
    ['one without prose', () => chapterFaults([{ ...scope, does: [] }], REGISTER), 'scope does not say what Aval does'],
    ['one without an example', () => chapterFaults([{ ...scope, situations: [] }], REGISTER), 'scope has no example'],
  ])('a planted fault is found: %s', (_, faults, found) => {
    expect(faults()).toContain(found);
  });
  test('name their sources in French on the French page', () => {
    const english = Object.values(sources).filter(({ source }) => / (?:which|the|on|that) /.test(source));
    expect(english.length).toBeGreaterThan(5);
    expect(english.filter(({ source }) => SOURCES_IN_FRENCH[source] === undefined)).toEqual([]);
  });
});
