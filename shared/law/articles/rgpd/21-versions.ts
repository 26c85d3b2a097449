import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { isRelational } from '../../readings/class-of.ts';
import { RGPD_21, TO_PROSPECTING } from './21.ts';

/**
 * What art. 21(3) said here in earlier editions: of relational messages as well, as if they were prospecting. Since 2026-11-30.3 they
 * have a sentence of their own (`21-relational.ts`).
 */
const SURVEYS_TOO = { ...TO_PROSPECTING, concerns: { relational: true, recipient: 'natural-person' } } as const;
export const globalOppositionBefore = (facts: Facts) =>
  isRelational(facts) ? facts.everythingRefused : facts.globalOpposition;
export const channelOppositionBefore = (facts: Facts) =>
  isRelational(facts) ? facts.relationalOpposition : facts.channelOpposition;
export const afterVerdictBefore = (facts: Facts) =>
  isRelational(facts) ? facts.relationalOppositionAfterVerdict : facts.oppositionAfterVerdict;

/** Of editions before 2026-11-30.2: a consent to offers lifted it for relational messages as well. */
export const opposedToAllBefore = RGPD_21.forbids('OPPOSED_GLOBAL', {
  ...SURVEYS_TOO,
  when: (facts) => facts.globalOpposition !== undefined,
  fact: (facts) => facts.globalOpposition,
});
export const opposedToAllBeforeExamples: readonly Example[] = [
  ['“plus aucune publicité”', { globalOpposition: 'opposition-1' }, 'forbidden'],
  ['no opposition, or lifted', { globalOpposition: undefined }, 'not forbidden'],
  [
    'contact@ of a company, which has no such right',
    { isRoleAddressOfLegalPerson: true, globalOpposition: 'opposition-1' },
    'not forbidden',
  ],
  [
    'a survey, to one who refused everything',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      globalOpposition: 'opposition-1',
    },
    'forbidden',
  ],
  [
    'an order confirmation, to one who refused everything',
    { declaredClass: 'transactional', globalOpposition: 'opposition-1' },
    'not forbidden',
  ],
];

/** Of edition 2026-11-30.2. */
export const opposedToAllWithSurveys = RGPD_21.forbids('OPPOSED_GLOBAL', {
  ...SURVEYS_TOO,
  when: (facts) => globalOppositionBefore(facts) !== undefined,
  fact: globalOppositionBefore,
});
export const opposedToAllWithSurveysExamples: readonly Example[] = [
  ['“plus aucune publicité”', { globalOpposition: 'opposition-1' }, 'forbidden'],
  ['no opposition, or lifted', { globalOpposition: undefined }, 'not forbidden'],
  [
    'contact@ of a company, which has no such right',
    { isRoleAddressOfLegalPerson: true, globalOpposition: 'opposition-1' },
    'not forbidden',
  ],
  [
    'a survey, to one who refused everything',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      everythingRefused: 'opposition-1',
    },
    'forbidden',
  ],
  [
    'a survey, to one who refused everything and agreed to offers since',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      globalOpposition: undefined,
      everythingRefused: 'opposition-1',
    },
    'forbidden',
  ],
  [
    'an offer, to one who refused everything and agreed to offers since',
    { globalOpposition: undefined, everythingRefused: 'opposition-1' },
    'not forbidden',
  ],
  [
    'an order confirmation, to one who refused everything',
    { declaredClass: 'transactional', globalOpposition: 'opposition-1' },
    'not forbidden',
  ],
];

/** Of editions before 2026-11-30.3. */
export const opposedToChannelWithSurveys = RGPD_21.forbids('OPPOSED_CHANNEL', {
  ...SURVEYS_TOO,
  when: (facts) => channelOppositionBefore(facts) !== undefined,
  fact: channelOppositionBefore,
});
export const opposedToChannelWithSurveysExamples: readonly Example[] = [
  ['STOP by SMS, another SMS', { channel: 'sms', channelOpposition: 'opposition-1' }, 'forbidden'],
  ['STOP by SMS, an e-mail', { channelOpposition: undefined }, 'not forbidden'],
  [
    'a survey, by the link of which its reader refused',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      relationalOpposition: 'o1',
    },
    'forbidden',
  ],
  [
    'a survey, to one who refused an offer by its link',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      channelOpposition: 'o1',
    },
    'not forbidden',
  ],
];

/** Of editions before 2026-11-30.3. */
export const opposedAfterDecisionWithSurveys = RGPD_21.forbids('OPPOSED_AFTER_DECISION', {
  ...SURVEYS_TOO,
  when: (facts) => afterVerdictBefore(facts) !== undefined,
  fact: afterVerdictBefore,
});
export const opposedAfterDecisionWithSurveysExamples: readonly Example[] = [
  ['allowed at noon, one-click at two past, still queued', { oppositionAfterVerdict: 'opposition-1' }, 'forbidden'],
  ['nothing since', { oppositionAfterVerdict: undefined }, 'not forbidden'],
  [
    'a survey refused at two past, still queued',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      relationalOppositionAfterVerdict: 'o1',
    },
    'forbidden',
  ],
  [
    'a survey, and an offer refused since',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      oppositionAfterVerdict: 'o1',
    },
    'not forbidden',
  ],
];

/** What edition 2026-11-30.3 took out. */
export const OPPOSED_WITH_SURVEYS = [
  opposedToAllWithSurveys,
  opposedToChannelWithSurveys,
  opposedAfterDecisionWithSurveys,
] as const;
