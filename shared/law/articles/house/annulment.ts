import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
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

/** For a day after an annulment no prospecting is sent. */
export const heldAfterAnnulment = ANNULMENT.forbidsNow('HELD_AFTER_ANNULMENT', {
  rule: 'Aucune prospection pendant les vingt-quatre heures qui suivent l’annulation d’un enregistrement.',
  when: ({ at, heldUntil }) => heldUntil !== undefined && at < heldUntil,
  notBefore: ({ heldUntil }, from) => Math.max(from, heldUntil ?? from),
});
export const heldAfterAnnulmentExamples: readonly Example[] = [
  ['a second before the day is over', { at: 999_000, heldUntil: 1_000_000 }, 'forbidden'],
  ['a day after the annulment', { at: 1_000_000, heldUntil: 1_000_000 }, 'not forbidden'],
  ['where nothing was annulled', { heldUntil: undefined }, 'not forbidden'],
];
