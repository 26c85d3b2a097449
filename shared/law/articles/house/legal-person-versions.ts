import type { Example } from '../../example.ts';
import { afterVerdictBefore, channelOppositionBefore, globalOppositionBefore } from '../rgpd/21-versions.ts';
import {
  COURTESY,
  legalPersonOpposedAfterDecisionExamples,
  legalPersonOpposedToAllExamples,
  legalPersonOpposedToChannelExamples,
  rule,
} from './legal-person-oppositions.ts';

/** What the house rule said in earlier editions: see `rgpd/21-versions.ts`. */
const concerns = { relational: true, recipient: 'legal-person' } as const;

/** Of editions before 2026-11-30.2. */
export const legalPersonOpposedToAllBefore = COURTESY.forbids('OPPOSED_GLOBAL', {
  rule,
  concerns,
  when: (facts) => facts.globalOpposition !== undefined,
  fact: (facts) => facts.globalOpposition,
});
export const legalPersonOpposedToAllBeforeExamples = legalPersonOpposedToAllExamples;

/** Of edition 2026-11-30.2. */
export const legalPersonOpposedToAllWithSurveys = COURTESY.forbids('OPPOSED_GLOBAL', {
  rule,
  concerns,
  when: (facts) => globalOppositionBefore(facts) !== undefined,
  fact: globalOppositionBefore,
});
export const legalPersonOpposedToAllWithSurveysExamples: readonly Example[] = [
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

/** Of editions before 2026-11-30.3. */
export const legalPersonOpposedToChannelWithSurveys = COURTESY.forbids('OPPOSED_CHANNEL', {
  rule,
  concerns,
  when: (facts) => channelOppositionBefore(facts) !== undefined,
  fact: channelOppositionBefore,
});
export const legalPersonOpposedToChannelWithSurveysExamples = legalPersonOpposedToChannelExamples;

/** Of editions before 2026-11-30.3. */
export const legalPersonOpposedAfterDecisionWithSurveys = COURTESY.forbids('OPPOSED_AFTER_DECISION', {
  rule,
  concerns,
  when: (facts) => afterVerdictBefore(facts) !== undefined,
  fact: afterVerdictBefore,
});
export const legalPersonOpposedAfterDecisionWithSurveysExamples = legalPersonOpposedAfterDecisionExamples;

/** What edition 2026-11-30.3 took out. */
export const LEGAL_PERSON_OPPOSED_WITH_SURVEYS = [
  legalPersonOpposedToAllWithSurveys,
  legalPersonOpposedToChannelWithSurveys,
  legalPersonOpposedAfterDecisionWithSurveys,
] as const;
