import { isFreeOfSurcharge } from '#shared/domain/message/surcharge.ts';
import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { LEGI_CONSOMMATION } from '../../texts/sources.ts';
import { EVERY_DAY } from '../../texts/text.ts';
import { showsOrdinaryNumber } from '../arcep/caller-id.ts';
import { NOT_REGISTERED, showsAnUnknownNumber } from '../house/hidden-sender.ts';

/** Code de la consommation, art. L. 221-17: the number that a commercial call to a consumer shows. Its first day was not read. */
const L221_17 = article({
  id: 'l221-17/2026-04-03',
  code: 'Code de la consommation',
  number: 'L. 221-17',
  inForce: EVERY_DAY,
  asOf: '2026-04-03',
  kind: 'statute',
  read: LEGI_CONSOMMATION,
});

/** Al. 2: the number is that of the professional. Here: one of those that the advertiser registered. */
export const hiddenNumber = L221_17.forbids('ADVERTISER_HIDDEN', {
  paragraph: 'al. 2',
  quote:
    'Le numéro affiché avant l’établissement de l’appel en application du premier alinéa est affecté au professionnel pour le compte duquel l’appel est effectué',
  sanctions: SANCTIONS.hiddenNumber,
  concerns: { channels: ['automated-call'], audience: 'consumer' },
  when: showsAnUnknownNumber,
  detail: () => NOT_REGISTERED,
  reading:
    'A number that the advertiser never registered is taken for one that is not assigned to it. L. 223-7 sends automated calls to L. 34-5: the article is applied to them all the same (VOICE-1). Checked 2026-11-26.',
});
export const hiddenNumberExamples: readonly Example[] = [
  ['a number never registered', { channel: 'automated-call', senderIsRegistered: false }, 'forbidden'],
  [
    'a number never registered, to a hotelier',
    { channel: 'automated-call', senderIsRegistered: false, isConsumer: false },
    'not forbidden',
  ],
  [
    'a call that names nobody either, which L. 34-5 forbids',
    { channel: 'automated-call', senderIsRegistered: false, namesAdvertiser: false },
    'not forbidden',
  ],
  ['a registered number', { channel: 'automated-call' }, 'not forbidden'],
  ['a mail from a mailbox never registered', { senderIsRegistered: false }, 'not forbidden'],
];

const isSurcharged = ({ senderId = '' }: Facts): boolean => senderId.startsWith('+33') && !isFreeOfSurcharge(senderId);

/** Al. 3: some ranges may not be shown to a consumer. */
export const numberClosedToCalls = L221_17.forbids('CALLER_ID_FORBIDDEN', {
  paragraph: 'al. 3',
  quote:
    'définit les tranches de numéro qui ne peuvent être utilisées comme identifiant d’appel par un professionnel qui joint un consommateur',
  sanctions: SANCTIONS.hiddenNumber,
  concerns: { channels: ['automated-call'], audience: 'consumer' },
  when: (facts) => showsOrdinaryNumber(facts) || isSurcharged(facts),
  reading:
    'The order that names these ranges was not read: they are taken for those that the numbering plan closes to automated systems, and for surcharged numbers, since it looks at “plafond de tarification”. L. 223-7 sends automated calls to L. 34-5: the article is applied to them all the same (VOICE-1). Checked 2026-11-30.',
});
export const numberClosedToCallsExamples: readonly Example[] = [
  ['a mobile number', { channel: 'automated-call', senderId: '+33612345678' }, 'forbidden'],
  ['a number of the open range 0162', { channel: 'automated-call', senderId: '+33162000000' }, 'not forbidden'],
  ['a surcharged number', { channel: 'automated-call', senderId: '+33899000000' }, 'forbidden'],
  [
    'a number of another country, of which a rule of the house speaks',
    { channel: 'automated-call', senderId: '+442079460123' },
    'not forbidden',
  ],
  ['no number given', { channel: 'automated-call', senderId: undefined }, 'not forbidden'],
  [
    'a mobile number, to a hotelier, of which the numbering plan speaks alone',
    { channel: 'automated-call', senderId: '+33612345678', isConsumer: false },
    'not forbidden',
  ],
  [
    'a mobile number, for a parcel, which is no commercial call',
    { channel: 'automated-call', senderId: '+33612345678', declaredClass: 'transactional' },
    'not forbidden',
  ],
  ['an SMS from a mobile number', { channel: 'sms', senderId: '+33612345678' }, 'not forbidden'],
];
