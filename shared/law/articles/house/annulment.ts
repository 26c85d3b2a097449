import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { EVERY_DAY } from '../../texts/text.ts';

/** House rule D4: an annulled record may have been right after all. One day is left to find out. */
const ANNULMENT = article({
  id: 'house-annulment/2026-11-24',
  code: 'Règle interne',
  number: 'annulation',
  inForce: EVERY_DAY,
  takenOn: '2026-11-24',
  kind: 'house',
});

const held = {
  when: ({ at, heldUntil }: Facts) => heldUntil !== undefined && at < heldUntil,
  notBefore: ({ heldUntil }: Facts, from: number) => Math.max(from, heldUntil ?? from),
};

/** For a day after an annulment nothing is sent that the annulled record could have stopped: what an order calls for went before it, and goes on. */
export const heldAfterAnnulment = ANNULMENT.forbidsNow('HELD_AFTER_ANNULMENT', {
  rule: 'Ni prospection ni message relationnel pendant les vingt-quatre heures qui suivent l’annulation d’un enregistrement.',
  concerns: { relational: true },
  ...held,
});
export const heldAfterAnnulmentExamples: readonly Example[] = [
  ['a second before the day is over', { at: 999_000, heldUntil: 1_000_000 }, 'forbidden'],
  [
    'a survey, a second before the day is over',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      at: 999_000,
      heldUntil: 1_000_000,
    },
    'forbidden',
  ],
  [
    'a survey, a day after',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      at: 1_000_000,
      heldUntil: 1_000_000,
    },
    'not forbidden',
  ],
  [
    'an order confirmation, a second before',
    { declaredClass: 'transactional', at: 999_000, heldUntil: 1_000_000 },
    'not forbidden',
  ],
  ['a day after the annulment', { at: 1_000_000, heldUntil: 1_000_000 }, 'not forbidden'],
  ['where nothing was annulled', { heldUntil: undefined }, 'not forbidden'],
];

/** Of editions before 2026-11-30.4: prospecting alone. */
export const heldAfterAnnulmentBefore = ANNULMENT.forbidsNow('HELD_AFTER_ANNULMENT', {
  rule: 'Aucune prospection pendant les vingt-quatre heures qui suivent l’annulation d’un enregistrement.',
  ...held,
});
export const heldAfterAnnulmentBeforeExamples: readonly Example[] = [
  ['a second before the day is over', { at: 999_000, heldUntil: 1_000_000 }, 'forbidden'],
  ['a day after the annulment', { at: 1_000_000, heldUntil: 1_000_000 }, 'not forbidden'],
  ['where nothing was annulled', { heldUntil: undefined }, 'not forbidden'],
];
