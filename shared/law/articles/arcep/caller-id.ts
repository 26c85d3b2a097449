import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { ARCEP_QUOTED } from '../../texts/sources.ts';
import { isOpenToAutomates, isOrdinaryNumber } from './ranges.ts';

/**
 * Arcep, national numbering plan (décision n° 2018-0881, annex 1, as consolidated on 1 January 2026): which numbers an
 * automated system may show, for calls as for messages. Décision n° 2022-1583 of 1 September 2022 opened the platform numbers.
 */
const NUMBERING_PLAN = article({
  id: 'arcep-2018-0881/2019-08-01',
  code: 'Arcep, plan national de numérotation',
  number: 'décision n° 2018-0881 modifiée, annexe 1',
  inForce: { from: '2019-08-01' },
  kind: 'regulation',
  read: ARCEP_QUOTED,
  url: 'https://www.arcep.fr/uploads/tx_gsavis/18-0881.pdf',
});

const QUOTED = {
  paragraph: '§ 2.3.2 f',
  quote:
    'ne peuvent être utilisés comme identifiant de l’appelant présenté à l’appelé pour des appels ou des messages émis par des systèmes automatisés d’appels et d’envois de messages',
} as const;
const VOLUMES_LEFT_OUT = 'Exceptions by volume are left out on purpose (VOICE-2). Checked 2026-11-24.';

/** A number is shown, and is none that automated systems may show. */
export const showsAnotherNumber = ({ senderId }: Facts) => senderId !== undefined && !isOpenToAutomates(senderId);
/** A number is shown that § 2.3.2 f speaks of: “numéros territorialisés”, 01 to 05, 09, 06 and 07, that no exception opens. */
export const showsOrdinaryNumber = ({ senderId = '' }: Facts): boolean => isOrdinaryNumber(senderId);

/**
 * A call that shows no number at all hides the advertiser, and shows none that it may not. Of numbers that have no territory, and of those
 * of other countries, the paragraph says nothing: `house/caller-id.ts`.
 */
export const forbiddenCallerId = NUMBERING_PLAN.forbids('CALLER_ID_FORBIDDEN', {
  ...QUOTED,
  sanctions: SANCTIONS.numberingPlan,
  concerns: { channels: ['automated-call'], everyClass: true },
  when: showsOrdinaryNumber,
  reading: VOLUMES_LEFT_OUT,
});
/** Of numbers that are shown, with what is said of a call that shows none, and of what is no number. */
export const numbersShown = (ofNone: Example[2], ofNoNumber: Example[2] = 'forbidden'): readonly Example[] => [
  ['a mobile number', { channel: 'automated-call', senderId: '+33612345678' }, 'forbidden'],
  ['an ordinary number in Paris', { channel: 'automated-call', senderId: '+33142000000' }, 'forbidden'],
  ['no number given', { channel: 'automated-call', senderId: undefined }, ofNone],
  ['a number of the open range 0162', { channel: 'automated-call', senderId: '+33162000000' }, 'not forbidden'],
  ['a platform number, 09394', { channel: 'automated-call', senderId: '+33939400000' }, 'not forbidden'],
  ['an ordinary number, 09395', { channel: 'automated-call', senderId: '+33939500000' }, 'forbidden'],
  ['an open number written as a link', { channel: 'automated-call', senderId: 'tel:+33162000000' }, ofNoNumber],
  ['an open number with an extension', { channel: 'automated-call', senderId: '+33162000000;ext=1' }, ofNoNumber],
  ['a number of extended length, 09010', { channel: 'automated-call', senderId: '+3390100000000' }, 'not forbidden'],
  ['a number of extended length, 09014', { channel: 'automated-call', senderId: '+3390140000000' }, 'not forbidden'],
  ['a number of another range, 09015', { channel: 'automated-call', senderId: '+3390150000000' }, 'forbidden'],
  [
    'a mobile number of extended length, 07000',
    { channel: 'automated-call', senderId: '+3370000000000' },
    'not forbidden',
  ],
  [
    'a mobile number of extended length, 07004',
    { channel: 'automated-call', senderId: '+3370040000000' },
    'not forbidden',
  ],
  ['a mobile number of another range, 07005', { channel: 'automated-call', senderId: '+3370050000000' }, 'forbidden'],
  ['a number of general interest, 01510', { channel: 'automated-call', senderId: '+33151000000' }, 'not forbidden'],
  ['a number of general interest, 09410', { channel: 'automated-call', senderId: '+33941000000' }, 'not forbidden'],
  ['an ordinary number, 09411', { channel: 'automated-call', senderId: '+33941100000' }, 'forbidden'],
  ['an SMS, which shows no number', { channel: 'sms', senderId: 'VALMY' }, 'not forbidden'],
];
/* @__NO_SIDE_EFFECTS__ */
const withNumbersOfNoTerritory = (): readonly Example[] => [
  ...numbersShown('not forbidden', 'not forbidden'),
  [
    'a surcharged number, which has no territory',
    { channel: 'automated-call', senderId: '+33899000000' },
    'not forbidden',
  ],
  ['a mobile number of La Réunion', { channel: 'automated-call', senderId: '+262692123456' }, 'forbidden'],
  ['a number of another country', { channel: 'automated-call', senderId: '+442079460123' }, 'not forbidden'],
];
export const forbiddenCallerIdExamples = /* @__PURE__ */ withNumbersOfNoTerritory();

/** The same of messages. What the charter, a contract, says of other senders stays its own. */
export const ordinaryNumberOnText = NUMBERING_PLAN.forbids('SENDER_ID_INVALID', {
  ...QUOTED,
  sanctions: SANCTIONS.numberingPlan,
  concerns: { channels: ['sms', 'mms'], everyClass: true },
  when: ({ senderId = '' }) => isOrdinaryNumber(senderId),
  detail: () => 'ordinary-number',
  reading: VOLUMES_LEFT_OUT,
});
export const ordinaryNumberOnTextExamples: readonly Example[] = [
  ['an SMS from a mobile number', { channel: 'sms', senderId: '+33612345678' }, 'forbidden'],
  ['an MMS from a mobile number', { channel: 'mms', senderId: '+33712345678' }, 'forbidden'],
  ['an SMS from an ordinary number in Paris', { channel: 'sms', senderId: '+33142000000' }, 'forbidden'],
  ['an SMS from a mobile number of La Réunion', { channel: 'sms', senderId: '+262692123456' }, 'forbidden'],
  [
    'an order confirmation from a mobile number',
    { channel: 'sms', senderId: '+33612345678', declaredClass: 'transactional' },
    'forbidden',
  ],
  ['an SMS from a platform number, 09394', { channel: 'sms', senderId: '+33939400000' }, 'not forbidden'],
  ['an ordinary number, 09395', { channel: 'sms', senderId: '+33939500000' }, 'forbidden'],
  ['an SMS from a mobile number of extended length', { channel: 'sms', senderId: '+3370000000000' }, 'not forbidden'],
  ['a surcharged number, which has no territory', { channel: 'sms', senderId: '+33899000000' }, 'not forbidden'],
  ['a number of another country', { channel: 'sms', senderId: '+447700900123' }, 'not forbidden'],
  ['a name', { channel: 'sms', senderId: 'VALMY' }, 'not forbidden'],
  ['a short code', { channel: 'sms', senderId: '36105' }, 'not forbidden'],
  ['nothing', { channel: 'sms', senderId: undefined }, 'not forbidden'],
  [
    'a call, of which its own sentence speaks',
    { channel: 'automated-call', senderId: '+33612345678' },
    'not forbidden',
  ],
];
