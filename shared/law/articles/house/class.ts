import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { classOf } from '../../readings/class-of.ts';
import { EVERY_DAY } from '../../texts/text.ts';

/** House rule D5: the law regulates prospecting; no text lists what a merely relational message may contain. */
const CLASS = article({
  id: 'house-class/2026-11-24',
  code: 'Règle interne',
  number: 'classe du message',
  inForce: EVERY_DAY,
  takenOn: '2026-11-24',
  kind: 'house',
});

/** Neither required by an act of the person nor openly an offer: a human reviews the template once. */
export const uncertainClass = CLASS.forbids('CLASS_UNCERTAIN', {
  rule: 'Un message relationnel ne part qu’après l’examen de son modèle par une personne.',
  concerns: { relational: 'alone' },
  when: (facts) => classOf(facts) === 'relational',
  cause: (facts) => facts.templateCause,
  reading:
    'L. 34-5 al. 3 counts as prospecting all that promotes, even indirectly; cautious reading (D5). Checked 2026-11-24.',
});
export const uncertainClassExamples: readonly Example[] = [
  ['a satisfaction survey', { declaredClass: 'relational', templateCause: 'template:survey@1' }, 'forbidden'],
  ['an order confirmation', { declaredClass: 'transactional' }, 'not forbidden'],
  [
    'a survey that a human called prospecting',
    { declaredClass: 'relational', templateCause: 'template:survey@1', decided: { 'template:survey@1': 'refused' } },
    'not forbidden',
  ],
];
