import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { BasisFacts } from '../../facts/basis.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { LEGI_PENAL } from '../../texts/sources.ts';

export const VERSION = {
  id: 'penal-226-18/2004-08-07',
  code: 'Code pénal',
  number: '226-18',
  inForce: { from: '2004-08-07' },
  kind: 'statute',
  read: LEGI_PENAL,
} as const;
/**
 * Code pénal, art. 226-18: unfair collection. Concerns bases that rest on the address alone, not those that rest on an act
 * of the person.
 */
const PENAL_226_18 = article(VERSION);
export const SAYS_NOTHING_OF = {
  guessed:
    'The article does not speak of addresses that are guessed: to get them so is held to be unfair. No judgment on it was read (D13).',
  scraped:
    'The article does not speak of addresses that a program gathers. Cass. crim., 14 March 2006, no. 05-83.423 held it unfair to take those of persons from public pages without their knowledge, stored or not; a summary of it was read, not the judgment.',
} as const;
const GUESSED = `${SAYS_NOTHING_OF.guessed} Checked 2026-11-29.`;
const SCRAPED = `${SAYS_NOTHING_OF.scraped} Checked 2026-11-29.`;

export const UNFAIR = {
  paragraph: 'al. 1',
  quote: 'Le fait de collecter des données à caractère personnel par un moyen frauduleux, déloyal ou illicite',
  sanctions: SANCTIONS.unfairCollection,
} as const;
const WAS_GUESSED = {
  ...UNFAIR,
  when: (basis: BasisFacts) => basis.addressSource === 'guessed',
  reading: GUESSED,
} as const;
const WAS_SCRAPED = {
  ...UNFAIR,
  when: (basis: BasisFacts) => basis.addressSource === 'scraped',
  reading: SCRAPED,
} as const;
/** The general address or number of a legal person is no datum of anybody (FR-B2B-2), and no text forbids to guess or gather it. */
const isOfAPerson = ({ kind, isAHumans }: BasisFacts): boolean => kind !== 'legal-person' || isAHumans === true;
const OF_HOUSES_TOO = ['professional-interest', 'legal-person'] as const;

export const guessedAddress = PENAL_226_18.forbidsRelyingOn(OF_HOUSES_TOO, 'B2B_ADDRESS_GUESSED', {
  ...WAS_GUESSED,
  when: (basis) => isOfAPerson(basis) && WAS_GUESSED.when(basis),
});
export const guessedAddressExamples: readonly Example[] = [
  [
    'prénom.nom@, guessed from the pattern',
    { basis: { kind: 'professional-interest', addressSource: 'guessed' } },
    'forbidden',
  ],
  ['from a public directory', { basis: { kind: 'professional-interest', addressSource: 'public' } }, 'not forbidden'],
  [
    'the mobile of a company, guessed',
    { basis: { kind: 'legal-person', isAHumans: true, addressSource: 'guessed' } },
    'forbidden',
  ],
  ['contact@, guessed', { basis: { kind: 'legal-person', addressSource: 'guessed' } }, 'not forbidden'],
];
/** Of editions before 2026-11-30.4 alone: the addresses of houses as well. */
export const guessedAddressBefore = PENAL_226_18.forbidsRelyingOn(OF_HOUSES_TOO, 'B2B_ADDRESS_GUESSED', WAS_GUESSED);
export const guessedAddressBeforeExamples: readonly Example[] = [
  ['prénom.nom@, guessed from the pattern', { basis: { addressSource: 'guessed' } }, 'forbidden'],
  [
    'contact@, guessed from the name of the house',
    { basis: { kind: 'legal-person', addressSource: 'guessed' } },
    'forbidden',
  ],
  ['from a public directory', { basis: { addressSource: 'public' } }, 'not forbidden'],
];

export const scrapedAddress = PENAL_226_18.forbidsRelyingOn(OF_HOUSES_TOO, 'COLLECTION_UNFAIR', {
  ...WAS_SCRAPED,
  when: (basis) => isOfAPerson(basis) && WAS_SCRAPED.when(basis),
});
export const scrapedAddressExamples: readonly Example[] = [
  [
    'scraped from a social network',
    { basis: { kind: 'professional-interest', addressSource: 'scraped' } },
    'forbidden',
  ],
  ['given by the person', { basis: { kind: 'professional-interest', addressSource: 'person' } }, 'not forbidden'],
  [
    'the mobile of a company, scraped',
    { basis: { kind: 'legal-person', isAHumans: true, addressSource: 'scraped' } },
    'forbidden',
  ],
  ['contact@, scraped', { basis: { kind: 'legal-person', addressSource: 'scraped' } }, 'not forbidden'],
];

/** Of editions before 2026-11-30.4 alone: the addresses of houses as well. */
export const scrapedAddressBefore = PENAL_226_18.forbidsRelyingOn(OF_HOUSES_TOO, 'COLLECTION_UNFAIR', WAS_SCRAPED);
export const scrapedAddressBeforeExamples: readonly Example[] = [
  ['scraped from a social network', { basis: { addressSource: 'scraped' } }, 'forbidden'],
  ['contact@, scraped from the web', { basis: { kind: 'legal-person', addressSource: 'scraped' } }, 'forbidden'],
  ['given by the person', { basis: { addressSource: 'person' } }, 'not forbidden'],
];
/** What editions before 2026-11-30.4 said of both. */
export const ADDRESSES_OF_HOUSES_TOO = [guessedAddressBefore, scrapedAddressBefore];
