import { expect, test } from 'vitest';
import { READER_LANGUAGES, type ReaderLanguage, readerLanguageOf } from '#shared/domain/reader-language.ts';
import { languageOf } from '#shared/pages/language.ts';

const OF_READERS = [
  ['fr-FR,fr;q=0.9,en;q=0.8', 'en', 'fr'],
  ['en-GB', 'fr', 'en'],
  ['EN-us, FR;q=0.9', 'fr', 'en'],
  ['de, en;q=0.3', 'fr', 'de'],
  ['de-AT,de;q=0.9,en;q=0.3', 'fr', 'de'],
  ['es-419', 'fr', 'es'],
  ['it-CH, de-CH;q=0.9', 'fr', 'it'],
  ['nl-BE, fr-BE;q=0.8', 'fr', 'nl'],
  ['pl, nl;q=0.2', 'en', 'nl'],
  ['en;q=0.5, fr;q=0.7', 'en', 'fr'],
  ['fr;q=0, en;q=0.1', 'fr', 'en'],
  ['fr-FR;q=0, fr-CA;q=0.5', 'en', 'fr'],
  ['fr;q=0, *', 'fr', 'en'],
  ['*;q=0.5, fr-CA;q=0.5', 'en', 'fr'],
] as const satisfies readonly (readonly [string, ReaderLanguage, ReaderLanguage])[];

test.each(OF_READERS)('a reader who asks for %s, of an advertiser in %s, reads %s', (header, otherwise, language) => {
  expect(languageOf(header, READER_LANGUAGES, otherwise)).toBe(language);
});

test.each(['frr', 'fry, enm, deu', 'pl', '*', '', undefined])(
  'a reader who asks for %j, no language of ours, reads that of the advertiser',
  (header) => {
    for (const otherwise of READER_LANGUAGES) expect(languageOf(header, READER_LANGUAGES, otherwise)).toBe(otherwise);
  },
);

test('problems know French and English alone, whatever else is asked for', () => {
  expect(languageOf('de, fr;q=0.3', ['en', 'fr'], 'en')).toBe('fr');
  expect(languageOf('de, es;q=0.3', ['en', 'fr'], 'en')).toBe('en');
});

test('a contact is written to in the declared language, where it is one of ours', () => {
  for (const language of READER_LANGUAGES) expect(readerLanguageOf(language, 'fr')).toBe(language);
  for (const other of ['pl', 'FR', '', undefined]) expect(readerLanguageOf(other, 'en')).toBe('en');
});
