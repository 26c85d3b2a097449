import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { EVERY_DAY } from '../../texts/text.ts';
import { afterVerdict, channelOpposition, globalOpposition } from '../rgpd/21.ts';

/**
 * House rule: the generic address of a legal person (contact@, info@) has no right to object, since art. 21 GDPR and art.
 * 226-18-1 C. pén. protect natural persons. An opposition of whoever reads it is respected all the same.
 */
const COURTESY = article({
  id: 'house-legal-persons/2026-11-24',
  code: 'Règle interne',
  number: 'opposition d’une personne morale',
  inForce: EVERY_DAY,
  takenOn: '2026-11-24',
  kind: 'house',
});
const rule = 'L’opposition reçue d’une adresse générique est respectée comme celle d’une personne physique.';
const recipient = 'legal-person';

export const legalPersonOpposedToAll = COURTESY.forbids('OPPOSED_GLOBAL', {
  rule,
  concerns: { relational: true, recipient },
  when: (facts) => globalOpposition(facts) !== undefined,
  fact: globalOpposition,
});
/** Of editions before 2026-11-30.2 alone: see `rgpd/21.ts`. */
export const legalPersonOpposedToAllBefore = COURTESY.forbids('OPPOSED_GLOBAL', {
  rule,
  concerns: { relational: true, recipient },
  when: (facts) => facts.globalOpposition !== undefined,
  fact: (facts) => facts.globalOpposition,
});
export const legalPersonOpposedToAllBeforeExamples: readonly Example[] = [
  ['contact@, which objected', { isRoleAddressOfLegalPerson: true, globalOpposition: 'o1' }, 'forbidden'],
  ['a person who objected, by law', { globalOpposition: 'o1' }, 'not forbidden'],
  ['contact@', { isRoleAddressOfLegalPerson: true }, 'not forbidden'],
];
export const legalPersonOpposedToAllExamples: readonly Example[] = [
  ['contact@, which objected', { isRoleAddressOfLegalPerson: true, globalOpposition: 'o1' }, 'forbidden'],
  ['a person who objected, by law', { globalOpposition: 'o1' }, 'not forbidden'],
  ['contact@', { isRoleAddressOfLegalPerson: true }, 'not forbidden'],
  [
    'a survey to contact@, which objected and agreed to offers since',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      isRoleAddressOfLegalPerson: true,
      everythingRefused: 'o1',
    },
    'forbidden',
  ],
];

export const legalPersonOpposedToChannel = COURTESY.forbids('OPPOSED_CHANNEL', {
  rule,
  concerns: { relational: true, recipient },
  when: (facts) => channelOpposition(facts) !== undefined,
  fact: channelOpposition,
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
  concerns: { relational: true, recipient },
  when: (facts) => afterVerdict(facts) !== undefined,
  fact: afterVerdict,
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
