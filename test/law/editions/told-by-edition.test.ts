/** P4: what a stored verdict was told to rest on and to cost stays what its edition told, whatever became of the sentences. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editionNames } from '#shared/law/editions/edition.ts';
import { type Told, toldByEditions } from './told-by-edition.ts';

/** Of editions up to 2026-11-30.5 it was written by a build of then. A new edition adds rows; none is changed. */
const PINNED = JSON.parse(readFileSync('test/fixtures/told-by-editions.json', 'utf8')) as Told;
const FOUND = toldByEditions();

/** What is pinned of a sentence as an edition had it. */
const toldIn = (edition: string, since: Readonly<Record<string, string>> = {}): string => {
  const until = editionNames().slice(0, editionNames().indexOf(edition) + 1);
  return until.map((each) => since[each]).findLast((each) => each !== undefined) ?? 'none';
};
const differencesIn = (edition: string, found: Told, pinned: Told): readonly string[] =>
  [...new Set([...Object.keys(found), ...Object.keys(pinned)])]
    .filter((key) => toldIn(edition, found[key]) !== toldIn(edition, pinned[key]))
    .map((key) => `${key}: ${toldIn(edition, found[key])}; pinned: ${toldIn(edition, pinned[key])}`);

describe('P4: what each edition tells of a stored reason', () => {
  test.each(editionNames())('%s: the texts, and what breaking them can cost', (edition) => {
    expect(differencesIn(edition, FOUND, PINNED)).toEqual([]);
  });
  test('is pinned under known editions alone', () => {
    const named = Object.values(PINNED).flatMap((since) => Object.keys(since));
    expect([...new Set(named)].filter((edition) => !editionNames().includes(edition))).toEqual([]);
  });
  test('is told of a sanction lost, in that edition and in those after it alone', () => {
    const key = 'CALLER_ID_FORBIDDEN (arcep-2018-0881/2019-08-01)';
    const faulty = { ...FOUND, [key]: { ...FOUND[key], '2026-11-29': 'l36-11/2024-05-23 #another' } };
    const ends = Object.keys(FOUND[key] ?? {}).find((edition) => edition > '2026-11-29');
    const wrong = editionNames().filter((edition) => differencesIn(edition, faulty, FOUND).length > 0);
    expect(wrong[0]).toBe('2026-11-29');
    expect(wrong).toEqual(editionNames().filter((each) => each >= '2026-11-29' && (ends === undefined || each < ends)));
  });
});
