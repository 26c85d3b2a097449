import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { LCEN_ART_20 } from '../../texts/sources.ts';
import { EVERY_DAY } from '../../texts/text.ts';

/**
 * Loi pour la confiance dans l'économie numérique, art. 20, for SMS, MMS and calls; e-mail has a text of its own (L. 122-8 C.
 * conso.). No sanction of its own was found. Read in a copy of between 2014 and 2020; what the law of 21 May 2024 made of it was not.
 */
const LCEN_20 = article({
  id: 'lcen-20/2004-06-21',
  code: 'Loi n° 2004-575 pour la confiance dans l’économie numérique',
  number: '20',
  inForce: EVERY_DAY,
  kind: 'statute',
  read: LCEN_ART_20,
});

export const hiddenAdvertising = LCEN_20.forbids('AD_NOT_RECOGNISABLE', {
  paragraph: 'al. 1',
  quote: 'doit pouvoir être clairement identifiée comme telle',
  concerns: { channels: ['sms', 'mms', 'automated-call'] },
  when: (facts) => !facts.isRecognisableAsAdvertising,
  reading:
    'The article speaks of advertising that is accessible online: SMS, MMS and calls are held to the same, and are recognised by the means to object that they carry (D18). Checked 2026-11-29.',
});
export const hiddenAdvertisingExamples: readonly Example[] = [
  ['an SMS that nothing shows to be advertising', { channel: 'sms', isRecognisableAsAdvertising: false }, 'forbidden'],
  ['it says so', { channel: 'sms', isRecognisableAsAdvertising: true }, 'not forbidden'],
  ['an e-mail, which has a text of its own', { isRecognisableAsAdvertising: false }, 'not forbidden'],
];
