import { expect, test } from 'vitest';
import { languageOf } from '#shared/pages/language.ts';

test.each([
  ['fr-FR,fr;q=0.9,en;q=0.8', 'en', 'fr'],
  ['en-GB', 'fr', 'en'],
  ['EN-us, FR;q=0.9', 'fr', 'en'],
  ['de, en;q=0.3', 'fr', 'en'],
  ['en;q=0.5, fr;q=0.7', 'en', 'fr'],
  ['fr;q=0, en;q=0.1', 'fr', 'en'],
  ['fr-FR;q=0, fr-CA;q=0.5', 'en', 'fr'],
  ['fr;q=0, *', 'fr', 'en'],
  ['*;q=0.5, fr-CA;q=0.5', 'en', 'fr'],
])('a reader who asks for %s, of an advertiser in %s, reads %s', (header, otherwise, language) => {
  expect(languageOf(header, otherwise === 'fr' ? 'fr' : 'en')).toBe(language);
});

test.each(['frr', 'fry, enm', 'de', '*', ''])(
  'a reader who asks for %j, no language of ours, reads that of the advertiser',
  (header) => {
    expect([languageOf(header, 'fr'), languageOf(header, 'en')]).toEqual(['fr', 'en']);
  },
);

test('a reader who asks for nothing reads the language of the advertiser', () => {
  expect([languageOf(undefined, 'fr'), languageOf(undefined, 'en')]).toEqual(['fr', 'en']);
});
