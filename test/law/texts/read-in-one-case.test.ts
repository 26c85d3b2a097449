/** A sentence that is a reading in one of its cases is the law in the others. */
import { expect, test } from 'vitest';
import { explain } from '#shared/law/reasons/explain.ts';
import { RULEBOOK } from '#shared/law/register.ts';

const cited = (detail: string) =>
  explain({
    rulebookVersion: RULEBOOK.version,
    reasons: [{ code: 'SOFT_OPT_IN_NO_SALE', article: 'l34-5/2020-07-26', detail }],
    notes: [],
  }).reasons[0]?.citation;

test.each(['account-only', 'donation', 'basket', 'quote', 'not-recorded'])(
  'that %s is no sale is what the article says',
  (detail) => {
    expect(cited(detail)).toMatchObject({ nature: 'law', reading: undefined });
  },
);
test('that an order cancelled since is none is a reading', () => {
  expect(cited('cancelled')).toMatchObject({ nature: 'reading' });
  expect(cited('cancelled')?.reading).toContain('A cancelled order is not a sale here');
});
test('only one sentence is read in one case', () => {
  expect(RULEBOOK.prohibitions.filter(({ readsOnly }) => readsOnly !== undefined).map(({ code }) => code)).toEqual([
    'SOFT_OPT_IN_NO_SALE',
  ]);
});
