import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { EVERY_DAY } from '../../texts/text.ts';
import { REFUSED } from '../rgpd/21-relational.ts';

/**
 * House rule: the generic address of a legal person (contact@, info@) has no right to object, since art. 21 GDPR and art.
 * 226-18-1 C. pén. protect natural persons. An opposition of whoever reads it is respected all the same.
 */
export const COURTESY = article({
  id: 'house-legal-persons/2026-11-24',
  code: 'Règle interne',
  number: 'opposition d’une personne morale',
  inForce: EVERY_DAY,
  takenOn: '2026-11-24',
  kind: 'house',
});
export const rule = 'L’opposition reçue d’une adresse générique est respectée comme celle d’une personne physique.';
const recipient = 'legal-person';

export const legalPersonOpposedToAll = COURTESY.forbids('OPPOSED_GLOBAL', {
  rule,
  concerns: { recipient },
  when: (facts) => facts.globalOpposition !== undefined,
  fact: (facts) => facts.globalOpposition,
});
export const legalPersonOpposedToAllExamples: readonly Example[] = [
  ['contact@, which objected', { isRoleAddressOfLegalPerson: true, globalOpposition: 'o1' }, 'forbidden'],
  ['a person who objected, by law', { globalOpposition: 'o1' }, 'not forbidden'],
  ['contact@', { isRoleAddressOfLegalPerson: true }, 'not forbidden'],
];

export const legalPersonOpposedToChannel = COURTESY.forbids('OPPOSED_CHANNEL', {
  rule,
  concerns: { recipient },
  when: (facts) => facts.channelOpposition !== undefined,
  fact: (facts) => facts.channelOpposition,
});
export const legalPersonOpposedToChannelExamples: readonly Example[] = [
  ['contact@, which objected to e-mail', { isRoleAddressOfLegalPerson: true, channelOpposition: 'o1' }, 'forbidden'],
  ['a person who objected, by law', { channelOpposition: 'o1' }, 'not forbidden'],
  ['contact@', { isRoleAddressOfLegalPerson: true }, 'not forbidden'],
];

export const legalPersonOpposedToPurpose = COURTESY.forbids('OPPOSED_PURPOSE', {
  rule,
  concerns: { recipient },
  when: (facts) => facts.purposeOpposition !== undefined,
  fact: (facts) => facts.purposeOpposition,
});
export const legalPersonOpposedToPurposeExamples: readonly Example[] = [
  ['contact@, which refused these offers', { isRoleAddressOfLegalPerson: true, purposeOpposition: 'o1' }, 'forbidden'],
  ['a person who refused, by law', { purposeOpposition: 'o1' }, 'not forbidden'],
  ['contact@', { isRoleAddressOfLegalPerson: true }, 'not forbidden'],
];

export const legalPersonOpposedAfterDecision = COURTESY.forbids('OPPOSED_AFTER_DECISION', {
  rule,
  concerns: { recipient },
  when: (facts) => facts.oppositionAfterVerdict !== undefined,
  fact: (facts) => facts.oppositionAfterVerdict,
});
export const legalPersonOpposedAfterDecisionExamples: readonly Example[] = [
  [
    'contact@, allowed at noon and opposed at two past',
    { isRoleAddressOfLegalPerson: true, oppositionAfterVerdict: 'o1' },
    'forbidden',
  ],
  ['a person, by law', { oppositionAfterVerdict: 'o1' }, 'not forbidden'],
  ['contact@', { isRoleAddressOfLegalPerson: true }, 'not forbidden'],
];

/** Relational messages: as of a person (`rgpd/21-relational.ts`). */
export const legalPersonRefusedRelational = COURTESY.forbids('RELATIONAL_REFUSED', {
  rule,
  concerns: { relational: 'alone', recipient },
  ...REFUSED,
});
export const legalPersonRefusedRelationalExamples: readonly Example[] = [
  [
    'a survey to contact@, which refused everything',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      isRoleAddressOfLegalPerson: true,
      everythingRefused: 'o1',
    },
    'forbidden',
  ],
  [
    'a survey to a person, by law',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      everythingRefused: 'o1',
    },
    'not forbidden',
  ],
  [
    'a survey to contact@',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      isRoleAddressOfLegalPerson: true,
    },
    'not forbidden',
  ],
  ['an offer to contact@: prospecting', { isRoleAddressOfLegalPerson: true, everythingRefused: 'o1' }, 'not forbidden'],
];
