import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { LEGI_PENAL } from '../../texts/sources.ts';

/**
 * Code pénal, art. 226-18: unfair collection. Concerns bases that rest on the address alone, not those that rest on an act
 * of the person.
 */
const PENAL_226_18 = article({
  id: 'penal-226-18/2004-08-07',
  code: 'Code pénal',
  number: '226-18',
  inForce: { from: '2004-08-07' },
  kind: 'statute',
  read: LEGI_PENAL,
});

const GUESSED =
  'The article does not speak of addresses that are guessed: to get them so is held to be unfair. No judgment on it was read (D13). Checked 2026-11-29.';
const SCRAPED =
  'The article does not speak of addresses that a program gathers. Cass. crim., 14 March 2006, no. 05-83.423 held it unfair to take those of persons from public pages without their knowledge, stored or not; a summary of it was read, not the judgment. Checked 2026-11-29.';

export const guessedAddress = PENAL_226_18.forbidsRelyingOn(
  ['professional-interest', 'legal-person'],
  'B2B_ADDRESS_GUESSED',
  {
    paragraph: 'al. 1',
    quote: 'Le fait de collecter des données à caractère personnel par un moyen frauduleux, déloyal ou illicite',
    sanctions: SANCTIONS.unfairCollection,
    when: (basis) => basis.addressSource === 'guessed',
    reading: GUESSED,
  },
);
export const guessedAddressExamples: readonly Example[] = [
  ['prénom.nom@, guessed from the pattern', { basis: { addressSource: 'guessed' } }, 'forbidden'],
  [
    'contact@, guessed from the name of the house',
    { basis: { kind: 'legal-person', addressSource: 'guessed' } },
    'forbidden',
  ],
  ['from a public directory', { basis: { addressSource: 'public' } }, 'not forbidden'],
];

export const scrapedAddress = PENAL_226_18.forbidsRelyingOn(
  ['professional-interest', 'legal-person'],
  'COLLECTION_UNFAIR',
  {
    paragraph: 'al. 1',
    quote: 'Le fait de collecter des données à caractère personnel par un moyen frauduleux, déloyal ou illicite',
    sanctions: SANCTIONS.unfairCollection,
    when: (basis) => basis.addressSource === 'scraped',
    reading: SCRAPED,
  },
);
export const scrapedAddressExamples: readonly Example[] = [
  ['scraped from a social network', { basis: { addressSource: 'scraped' } }, 'forbidden'],
  ['contact@, scraped from the web', { basis: { kind: 'legal-person', addressSource: 'scraped' } }, 'forbidden'],
  ['given by the person', { basis: { addressSource: 'person' } }, 'not forbidden'],
];
