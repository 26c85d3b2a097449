import { expect, test } from 'vitest';
import { advertiserOr, pathWith } from '#console/frame/around.ts';
import type { Watched } from '#console/watched.ts';

test.each([
  [{}, '/v1/messages'],
  [{ cursor: '' }, '/v1/messages'],
  [{ status: 'sent', cursor: '' }, '/v1/messages?status=sent'],
  [{ status: 'sent', cursor: 'a&b' }, '/v1/messages?status=sent&cursor=a%26b'],
])('of %o, what is empty is not asked', (fields, path) => {
  expect(pathWith('/v1/messages', fields)).toBe(path);
});

const emittedOf = (...advertisers: string[]) =>
  ({ events: () => advertisers.map((advertiserId) => ({ detail: { advertiserId } })) }) as unknown as Watched;

test.each([
  ['the one that was named', emittedOf('valmy', 'ardoise'), 'bruyere', 'bruyere'],
  ['the one of whom something was emitted last', emittedOf('valmy', 'ardoise'), '', 'ardoise'],
  ['none, where nothing was emitted', emittedOf(), '', ''],
])('a page is of %s', (_, stack, given, advertiser) => {
  expect(advertiserOr(stack, given)).toBe(advertiser);
});
