import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { LEGI_CONSOMMATION } from '../../texts/sources.ts';
import { EVERY_DAY } from '../../texts/text.ts';
import { CARRIES_NONE, FAILS } from '../cpce/l34-5-form.ts';

/**
 * Code de la consommation, art. L. 122-8: advertising by e-mail is recognised as such on receipt, and says how to ask that it
 * stops. L. 122-10 extends it to professionals. A trade name in From and a footer that says so suffice (D18). Its al. 2 asks no
 * more than L. 34-5 al. 5, and has a sanction of its own. Its first day was not read: applied to every day.
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

/** Why an SMS is not under what the code says of “courrier électronique”. */
export const BY_MAIL_ALONE =
  'By “courrier électronique” the code is held to mean e-mail alone: L. 223-8 of the same code names messages “sur un service de communications interpersonnelles” beside it. L. 34-5, of another code, means SMS and MMS too; which of the two is meant here, no text that was read says. Checked 2026-11-30.';

export const hiddenAdvertisingByMail = L122_8.forbids('AD_NOT_RECOGNISABLE', {
  paragraph: 'al. 1',
  quote:
    'doivent pouvoir être identifiés de manière claire et non équivoque dès leur réception par leur destinataire ou, en cas d’impossibilité technique, dans le corps du message',
  sanctions: SANCTIONS.hiddenAdvertising,
  concerns: { channels: ['email'] },
  when: (facts) => !facts.isRecognisableAsAdvertising,
  reading:
    'The paragraph admits the body only “en cas d’impossibilité technique”: a registered trade name in From, together with a footer that says so, is held to be enough on receipt (D18). It is read of e-mail alone, as al. 2 is. Checked 2026-11-30.',
});
export const hiddenAdvertisingByMailExamples: readonly Example[] = [
  ['nothing says that it is advertising', { isRecognisableAsAdvertising: false }, 'forbidden'],
  ['the same, to a professional', { isRecognisableAsAdvertising: false, isConsumer: false }, 'forbidden'],
  ['the footer says so', { isRecognisableAsAdvertising: true }, 'not forbidden'],
  ['an SMS, which art. 20 LCEN concerns', { channel: 'sms', isRecognisableAsAdvertising: false }, 'not forbidden'],
];

/** Al. 2: what L. 34-5, al. 5 asks of every channel, of e-mail alone. */
export const mailWithoutMeans = L122_8.forbids('OPPOSITION_MENTION_MISSING', {
  ...CARRIES_NONE,
  paragraph: 'al. 2',
  quote: 'Ces messages indiquent une adresse ou moyen électronique',
  sanctions: SANCTIONS.hiddenAdvertising,
  concerns: { channels: ['email'] },
  reading: BY_MAIL_ALONE,
});
export const mailWithoutMeansExamples: readonly Example[] = [
  ['no link in the mail', { carriesOppositionMeans: false }, 'forbidden'],
  ['the same, to a professional', { carriesOppositionMeans: false, isConsumer: false }, 'forbidden'],
  ['a link in the mail', { carriesOppositionMeans: true }, 'not forbidden'],
  ['an SMS, of which L. 34-5 speaks', { channel: 'sms', carriesOppositionMeans: false }, 'not forbidden'],
  [
    'an order confirmation, which is no advertising',
    { declaredClass: 'transactional', carriesOppositionMeans: false },
    'not forbidden',
  ],
];

/** The same: "permettant effectivement". */
export const mailWithMeansThatFail = L122_8.forbids('OPPOSITION_ROAD_NOT_WORKING', {
  ...FAILS,
  paragraph: 'al. 2',
  quote:
    'permettant effectivement au destinataire de transmettre une demande visant à obtenir que ces publicités cessent',
  sanctions: SANCTIONS.hiddenAdvertising,
  concerns: { channels: ['email'] },
  reading: BY_MAIL_ALONE,
});
export const mailWithMeansThatFailExamples: readonly Example[] = [
  ['a link to a host that is not ours', { oppositionMeansWork: false }, 'forbidden'],
  ['a link that is ours', { oppositionMeansWork: true }, 'not forbidden'],
  ['an SMS, of which L. 34-5 speaks', { channel: 'sms', oppositionMeansWork: false }, 'not forbidden'],
];
