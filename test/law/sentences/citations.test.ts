import { expect, test } from 'vitest';
import { AMENDMENTS } from '#shared/law/editions/amendments.ts';
import { REGISTER } from '#shared/law/register.ts';

test('a text cited with its page and its identifier at Légifrance is cited with the same', () => {
  const both = REGISTER.flatMap(({ article: { legi, url } }) =>
    legi !== undefined && url !== undefined ? [{ legi, url }] : [],
  );
  expect(both.length).toBeGreaterThan(0);
  expect(both.filter(({ legi, url }) => !url.endsWith(`/${legi}/`))).toEqual([]);
});

test('an identifier at Légifrance is that of an article or of a text', () => {
  const found = [...REGISTER, ...AMENDMENTS.flatMap(({ removed }) => removed)].flatMap(
    ({ article }) => article.legi ?? [],
  );
  expect(new Set(found).size).toBeGreaterThan(3);
  for (const legi of found) expect(legi).toMatch(/^(LEGIARTI|LEGITEXT|JORFTEXT)\d{12}$/);
});
