import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { isRelational } from '../../readings/class-of.ts';
import { SAYS_NOTHING_OF, UNFAIR, VERSION } from './226-18.ts';

/** Of relational messages, which rest on no basis: an id of its own, by which a verdict names the sentence that gave it. */
const PENAL_226_18_RELATIONAL = article({ ...VERSION, id: 'penal-226-18-relational/2004-08-07' });

/**
 * A relational message uses what was collected so as an offer does. What an order calls for goes: it follows from an act of the person, as
 * does a message to whoever bought or agreed since.
 */
const gathered = (how: 'guessed' | 'scraped') =>
  ({
    ...UNFAIR,
    concerns: { relational: 'alone', recipient: 'natural-person' },
    when: (facts: Facts) => isRelational(facts) && facts.gatheredAndNotGiven === how,
    reading: `${SAYS_NOTHING_OF[how]} It punishes the collecting: that what was collected so serves no relational message either is held to follow. Checked 2026-12-01.`,
  }) as const;
export const relationalToGuessed = PENAL_226_18_RELATIONAL.forbids('B2B_ADDRESS_GUESSED', gathered('guessed'));
export const relationalToGuessedExamples: readonly Example[] = [
  [
    'a survey, to an address guessed from the pattern',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      gatheredAndNotGiven: 'guessed',
    },
    'forbidden',
  ],
  [
    'to an address that was scraped',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      gatheredAndNotGiven: 'scraped',
    },
    'not forbidden',
  ],
  [
    'to a customer',
    { declaredClass: 'relational', templateCause: 'template:survey@1', decided: { 'template:survey@1': 'allowed' } },
    'not forbidden',
  ],
  [
    'to the general address of a company',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      gatheredAndNotGiven: 'guessed',
      isRoleAddressOfLegalPerson: true,
    },
    'not forbidden',
  ],
  ['an order confirmation', { declaredClass: 'transactional', gatheredAndNotGiven: 'guessed' }, 'not forbidden'],
  ['an offer, of which the basis is judged', { gatheredAndNotGiven: 'guessed' }, 'not forbidden'],
];

export const relationalToScraped = PENAL_226_18_RELATIONAL.forbids('COLLECTION_UNFAIR', gathered('scraped'));
export const relationalToScrapedExamples: readonly Example[] = [
  [
    'a survey, to an address scraped from a social network',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      gatheredAndNotGiven: 'scraped',
    },
    'forbidden',
  ],
  [
    'to an address that was guessed',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      gatheredAndNotGiven: 'guessed',
    },
    'not forbidden',
  ],
  [
    'to a customer',
    { declaredClass: 'relational', templateCause: 'template:survey@1', decided: { 'template:survey@1': 'allowed' } },
    'not forbidden',
  ],
  [
    'to the general address of a company',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      gatheredAndNotGiven: 'scraped',
      isRoleAddressOfLegalPerson: true,
    },
    'not forbidden',
  ],
  ['an order confirmation', { declaredClass: 'transactional', gatheredAndNotGiven: 'scraped' }, 'not forbidden'],
  ['an offer, of which the basis is judged', { gatheredAndNotGiven: 'scraped' }, 'not forbidden'],
];
/** Since edition 2026-12-01.3. */
export const RELATIONAL_TO_GATHERED = [relationalToGuessed, relationalToScraped];
