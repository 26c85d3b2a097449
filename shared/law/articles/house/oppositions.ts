import { article } from '../../article.ts';
import type { Example } from '../../example.ts';

/** House rule OPP-4: what lifts an opposition. No text states the conditions; this is the cautious reading. */
const LIFTING = article({
  id: 'house-lifting/2018-05-25',
  code: 'Règle interne',
  number: 'levée d’une opposition',
  inForce: { from: '2018-05-25' },
  kind: 'house',
  quote: 'Seul un consentement ultérieur, personnel et prouvé lève une opposition, dans sa propre portée.',
});

/** Given beside the opposition: a later consent is recorded, but cannot lift it. */
export const pretendedReturn = LIFTING.forbids('REOPT_IN_NOT_VALID', {
  when: (facts) => facts.consentThatLiftsNothing !== undefined,
  fact: (facts) => facts.consentThatLiftsNothing,
  reading: 'No text says what lifts an opposition; cautious reading (OPP-4). Checked 2026-11-24.',
});
export const pretendedReturnExamples: readonly Example[] = [
  ['an import says “opt-in” after the opposition', { consentThatLiftsNothing: 'consent-2' }, 'forbidden'],
  ['no later consent', { consentThatLiftsNothing: undefined }, 'not forbidden'],
];
