import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { EVERY_DAY } from '../../texts/text.ts';
import { WITHOUT_REFUSAL } from '../cnil/relational.ts';
import { UNTOLD } from '../rgpd/13-14.ts';
import { RESTRICTED } from '../rgpd/18.ts';

/**
 * House rule: art. 13 and 18 GDPR, and CNIL on relational messages, speak of the data of persons, and the general address of a legal person (contact@, info@) is none.
 * Whoever reads it is informed alike, and what is asked for is done.
 */
const AS_OF_A_PERSON = article({
  id: 'house-legal-persons-informed/2026-11-30',
  code: 'Règle interne',
  number: 'information d’une personne morale',
  inForce: EVERY_DAY,
  takenOn: '2026-11-30',
  kind: 'house',
});
const recipient = 'legal-person';

export const legalPersonUntold = AS_OF_A_PERSON.forbids('PROCESSING_NOTICE_MISSING', {
  ...UNTOLD,
  rule: 'Le message envoyé à une adresse générique mène à la mention d’information et dit pourquoi il est reçu, comme celui qu’on envoie à une personne physique.',
  concerns: { recipient },
});
export const legalPersonUntoldExamples: readonly Example[] = [
  [
    'contact@, no link to the notice',
    { isRoleAddressOfLegalPerson: true, carriesProcessingNotice: false },
    'forbidden',
  ],
  ['contact@, no word on why', { isRoleAddressOfLegalPerson: true, saysWhy: false }, 'forbidden'],
  ['contact@, both are there', { isRoleAddressOfLegalPerson: true }, 'not forbidden'],
  ['a person, by law', { carriesProcessingNotice: false }, 'not forbidden'],
];

export const legalPersonRestricted = AS_OF_A_PERSON.forbids('USE_RESTRICTED', {
  ...RESTRICTED,
  rule: 'La limitation demandée depuis une adresse générique est respectée comme celle d’une personne physique.',
  concerns: { everyClass: true, recipient },
});
export const legalPersonRestrictedExamples: readonly Example[] = [
  ['contact@, whose data were restricted', { isRoleAddressOfLegalPerson: true, restriction: 'r1' }, 'forbidden'],
  [
    'an order confirmation, to the same',
    { isRoleAddressOfLegalPerson: true, restriction: 'r1', declaredClass: 'transactional' },
    'forbidden',
  ],
  ['contact@, of which none was asked', { isRoleAddressOfLegalPerson: true }, 'not forbidden'],
  ['a person, by law', { restriction: 'r1' }, 'not forbidden'],
];

export const legalPersonRelationalWithoutRefusal = AS_OF_A_PERSON.forbids('RELATIONAL_REFUSAL_MISSING', {
  ...WITHOUT_REFUSAL,
  rule: 'Le message relationnel envoyé à une adresse générique permet de refuser facilement les suivants, comme celui qu’on envoie à une personne physique.',
  concerns: { relational: 'alone', recipient },
});
export const legalPersonRelationalWithoutRefusalExamples: readonly Example[] = [
  [
    'a survey to contact@, without a link to stop',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      isRoleAddressOfLegalPerson: true,
      carriesOppositionMeans: false,
    },
    'forbidden',
  ],
  [
    'a survey to contact@, with one that works',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      isRoleAddressOfLegalPerson: true,
    },
    'not forbidden',
  ],
  [
    'a survey to a person, of which CNIL speaks',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      carriesOppositionMeans: false,
    },
    'not forbidden',
  ],
];

/** What is done for whoever reads a general address, as for a person. */
export const AS_FOR_PERSONS = [legalPersonUntold, legalPersonRestricted, legalPersonRelationalWithoutRefusal] as const;
