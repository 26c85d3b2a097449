import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { EVERY_DAY } from '../../texts/text.ts';

/** House rule OPP-4: what lifts an opposition. No text states the conditions; this is the cautious reading. */
const LIFTING = article({
  id: 'house-lifting/2026-11-24',
  code: 'Règle interne',
  number: 'levée d’une opposition',
  inForce: EVERY_DAY,
  takenOn: '2026-11-24',
  kind: 'house',
});

/** Given beside the opposition: a later consent is recorded, but cannot lift it. */
const PRETENDED: Parameters<typeof LIFTING.forbids>[1] = {
  rule: 'Seul un consentement ultérieur, donné par la personne et prouvé, lève une opposition, et dans la seule mesure de ce consentement.',
  when: (facts) => facts.consentThatLiftsNothing !== undefined,
  fact: (facts) => facts.consentThatLiftsNothing,
  reading: 'No text says what lifts an opposition; cautious reading (OPP-4). Checked 2026-11-24.',
};
export const pretendedReturn = LIFTING.forbids('REOPT_IN_NOT_VALID', {
  ...PRETENDED,
  detail: ({ whyItLiftsNothing }) => whyItLiftsNothing,
});
/** Of editions before 2026-11-30.5: it did not say why. */
export const pretendedReturnAlone = LIFTING.forbids('REOPT_IN_NOT_VALID', PRETENDED);
/* @__NO_SIDE_EFFECTS__ */
const pretendedExamples = (more: readonly Example[]): readonly Example[] => [
  ['an import says “opt-in” after the opposition', { consentThatLiftsNothing: 'consent-2' }, 'forbidden'],
  ['no later consent', { consentThatLiftsNothing: undefined }, 'not forbidden'],
  ...more,
];
export const pretendedReturnAloneExamples = pretendedExamples([]);
export const pretendedReturnExamples = pretendedExamples([
  [
    'a call asked for it, and a partner collected it',
    { consentThatLiftsNothing: 'consent-2', whyItLiftsNothing: ['solicited', 'by-another'] },
    'forbidden',
  ],
]);
