import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { LCEN_ART_20 } from '../../texts/sources.ts';
import { EVERY_DAY } from '../../texts/text.ts';

/** Loi pour la confiance dans l'économie numérique, art. 20. A trade name in From and a footer that says so suffice (D18). */
const LCEN_20 = article({
  id: 'lcen-20/2004-06-21',
  code: 'Loi n° 2004-575 pour la confiance dans l’économie numérique',
  number: '20',
  inForce: EVERY_DAY,
  asOf: '2004-06-21',
  kind: 'statute',
  read: LCEN_ART_20,
});

export const hiddenAdvertising = LCEN_20.forbids('AD_NOT_RECOGNISABLE', {
  paragraph: 'al. 1',
  quote: 'doit pouvoir être clairement identifiée comme telle',
  when: (facts) => !facts.isRecognisableAsAdvertising,
});
export const hiddenAdvertisingExamples: readonly Example[] = [
  ['nothing says that it is advertising', { isRecognisableAsAdvertising: false }, 'forbidden'],
  ['the footer says so', { isRecognisableAsAdvertising: true }, 'not forbidden'],
];
