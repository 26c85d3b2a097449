import { expect, test } from 'vitest';
import { formOf } from '#shared/edge/public/form.ts';
import { publicEvent } from '../support/public-functions.ts';

test('a request as long as the page lets one write arrives whole, in whatever script', async () => {
  const words = '请'.repeat(4_000);
  const body = new URLSearchParams({ act: 'ask', words }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const form = await formOf(publicEvent('POST', '/p/x', { headers, body }));
  expect(form.get('words')).toBe(words);
});
