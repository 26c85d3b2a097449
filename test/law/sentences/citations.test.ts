import { expect, test } from 'vitest';
import { REGISTER } from '#shared/law/register.ts';

test('a text cited with its page and its identifier at Légifrance is cited with the same', () => {
  const both = REGISTER.flatMap(({ article: { legi, url } }) =>
    legi !== undefined && url !== undefined ? [{ legi, url }] : [],
  );
  expect(both.length).toBeGreaterThan(0);
  expect(both.filter(({ legi, url }) => !url.endsWith(`/${legi}/`))).toEqual([]);
});
