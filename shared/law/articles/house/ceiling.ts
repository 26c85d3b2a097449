import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { EVERY_DAY } from '../../texts/text.ts';

/** House rule D8: a ceiling per contact, channel and day for every message, against programs that run away. A setting. */
const CEILING = article({
  id: 'house-ceiling/2026-11-24',
  code: 'Règle interne',
  number: 'plafond quotidien',
  inForce: EVERY_DAY,
  takenOn: '2026-11-24',
  kind: 'house',
});

export const dailyCeiling = CEILING.forbidsNow('FREQUENCY_CAP', {
  rule: 'Un contact ne reçoit pas plus de messages par jour et par canal que le plafond fixé par l’annonceur.',
  when: (facts) => facts.sendsToday >= facts.dailyCeiling,
  notBefore: (facts, from) => Math.max(from, facts.nextDay),
  tooLate: 'this-code',
});
export const dailyCeilingExamples: readonly Example[] = [
  ['the fifth of five was sent', { sendsToday: 5, dailyCeiling: 5 }, 'forbidden'],
  ['six were sent before the ceiling was lowered to five', { sendsToday: 6, dailyCeiling: 5 }, 'forbidden'],
  ['the fourth of five was sent', { sendsToday: 4, dailyCeiling: 5 }, 'not forbidden'],
];
