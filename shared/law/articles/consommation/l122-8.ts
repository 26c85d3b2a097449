import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { LEGI_CONSOMMATION } from '../../texts/sources.ts';
import { EVERY_DAY } from '../../texts/text.ts';

/**
 * Code de la consommation, art. L. 122-8: advertising by e-mail is recognised as such on receipt. L. 122-10 extends it to
 * professionals. Its al. 2, a way to ask that it stops, asks no more than L. 34-5 al. 5, which is
 * coded and names its sanction too. A trade name in From
 * and a footer that says so suffice (D18). Its first day was not read: applied to every day.
 */
const L122_8 = article({
  id: 'l122-8/2026-04-03',
  code: 'Code de la consommation',
  number: 'L. 122-8',
  inForce: EVERY_DAY,
  asOf: '2026-04-03',
  kind: 'statute',
  read: LEGI_CONSOMMATION,
});

export const hiddenAdvertisingByMail = L122_8.forbids('AD_NOT_RECOGNISABLE', {
  paragraph: 'al. 1',
  quote:
    'doivent pouvoir être identifiés de manière claire et non équivoque dès leur réception par leur destinataire ou, en cas d’impossibilité technique, dans le corps du message',
  sanctions: SANCTIONS.hiddenAdvertising,
  concerns: { channels: ['email'] },
  when: (facts) => !facts.isRecognisableAsAdvertising,
  reading:
    'The paragraph admits the body only “en cas d’impossibilité technique”: a registered trade name in From, together with a footer that says so, is held to be enough on receipt (D18). Checked 2026-11-29.',
});
export const hiddenAdvertisingByMailExamples: readonly Example[] = [
  ['nothing says that it is advertising', { isRecognisableAsAdvertising: false }, 'forbidden'],
  ['the same, to a professional', { isRecognisableAsAdvertising: false, isConsumer: false }, 'forbidden'],
  ['the footer says so', { isRecognisableAsAdvertising: true }, 'not forbidden'],
  ['an SMS, which art. 20 LCEN concerns', { channel: 'sms', isRecognisableAsAdvertising: false }, 'not forbidden'],
];
