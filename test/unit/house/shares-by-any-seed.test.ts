import { describe, expect, test } from 'vitest';
import { TOLD_TO_THE_API } from '../../acceptance/decision-table/all.ts';
import { FILES, folderOf, onDynamoDbLocal } from '../../functions/support/on-dynamodb-local.ts';
import { ALL, askedCases, kindsOfCase, NOT_SENT_HERE } from '../../support/shares/cases.ts';
import {
  everyLook,
  kindsOfLook,
  kindsOfShown,
  looksAtPages,
  pagesInLanguages,
  shownInEachWay,
  someShown,
} from '../../support/shares/looks-at-pages.ts';
import { modesOfMail } from '../../support/shares/modes-of-mails.ts';
import { askedRows, kindsOfRow, OTHER_TIMES } from '../../support/shares/rows-of-the-table.ts';

const SEEDS = Array.from({ length: 200 }, (_, index) =>
  index === 0 ? '1' : (index * 0x9e3779b1).toString(16).slice(-8),
);
const LOOKS = everyLook(['phone', 'desktop']);

/** Of each seed that misses some of these kinds, which. */
const missedOf = <Row>(
  rows: readonly Row[],
  kindsOf: (row: Row) => readonly string[],
  drawn: (seed: string) => Iterable<Row>,
): readonly string[] => {
  const kinds = new Map(rows.map((row) => [row, kindsOf(row)]));
  const all = new Set([...kinds.values()].flat());
  return SEEDS.flatMap((seed) => {
    const met = new Set([...drawn(seed)].flatMap((row) => kinds.get(row) ?? []));
    return [...all].filter((kind) => !met.has(kind)).map((kind) => `${seed}: ${kind}`);
  });
};

describe('whatever the seed, a share has each kind', { timeout: 60_000 }, () => {
  test('rows of the decision table, each of another time among them', () => {
    expect(missedOf(TOLD_TO_THE_API, kindsOfRow, askedRows)).toEqual([]);
    const kinds = new Set(TOLD_TO_THE_API.flatMap(kindsOfRow));
    expect(OTHER_TIMES.filter((row) => !kinds.has(`row ${row}`))).toEqual([]);
  });

  test('decided cases, and what the journey counts: mails and notices that are allowed, and who is named', () => {
    expect(missedOf(ALL, kindsOfCase, askedCases)).toEqual([]);
    const kinds = new Set(ALL.flatMap(kindsOfCase));
    for (const kind of ['allow on email', 'not-prospecting on email', 'first OK_SOFT_OPT_IN', ...NOT_SENT_HERE])
      expect([kind, kinds.has(kind)]).toEqual([kind, true]);
  });

  test('pages in their languages and sizes', () => {
    expect(missedOf(LOOKS, kindsOfLook, (seed) => looksAtPages(LOOKS, seed))).toEqual([]);
    const drawn = SEEDS.map((seed) => looksAtPages(LOOKS, seed));
    expect(Math.max(...drawn.map(({ length }) => length))).toBeLessThan(LOOKS.length / 4);
    expect(new Set(drawn.flat()).size).toBe(LOOKS.length);
    const all = pagesInLanguages(['by-link', 'centre-open', 'centre-asked'], 'all');
    const some = SEEDS.map((seed) => pagesInLanguages(['by-link', 'centre-open', 'centre-asked'], seed));
    const kinds = new Set(all.flatMap(kindsOfShown));
    expect(some.filter((each) => new Set(each.flatMap(kindsOfShown)).size < kinds.size)).toEqual([]);
  });

  test.each([
    [['phone', 'desktop', 'zoomed', 'dark'], ['fr-FR', 'en-GB'], 5],
    [Array.from({ length: 9 }, (_, index) => `/${index}`), ['light', 'dark'], 10],
  ])('what is shown in one of two ways, and each is shown in either by some seed', (all, ways, most) => {
    const shown = shownInEachWay(all, ways);
    expect(missedOf(shown, kindsOfShown, (seed) => someShown(shown, seed))).toEqual([]);
    const drawn = SEEDS.map((seed) => someShown(shown, seed));
    expect(Math.max(...drawn.map(({ length }) => length))).toBeLessThanOrEqual(most);
    expect(new Set(drawn.flat())).toEqual(new Set(shown));
  });

  test('folders of the functions’ tests that run on DynamoDB Local, and no more than a quarter of the files', () => {
    expect(FILES.length).toBeGreaterThan(150);
    expect(missedOf(FILES, (file) => [folderOf(file)], onDynamoDbLocal)).toEqual([]);
    expect(Math.max(...SEEDS.map((seed) => onDynamoDbLocal(seed).size))).toBeLessThan(FILES.length / 4);
    expect(onDynamoDbLocal('all').size).toBe(FILES.length);
  });

  test('one mode of each mail; of eight, each comes with some seed', () => {
    const modes = SEEDS.map((seed) => modesOfMail('grey-on-grey.html', seed).map(({ name }) => name));
    expect(new Set(modes.map(({ length }) => length))).toEqual(new Set([1]));
    expect(new Set(modes.flat()).size).toBe(8);
  });
});
