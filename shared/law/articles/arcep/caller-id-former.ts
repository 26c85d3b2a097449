import type { FlatProhibition } from '../../article.ts';
import type { Example } from '../../example.ts';
import { forbiddenCallerId } from './caller-id.ts';
import { isOpenToAutomates } from './ranges.ts';

/** Of editions before 2026-11-30.5: it spoke of calls without any number too, of which nothing shows. */
export const forbiddenCallerIdOrNone: FlatProhibition = {
  ...forbiddenCallerId,
  when: ({ senderId }) => senderId === undefined || !isOpenToAutomates(senderId),
};
export const forbiddenCallerIdOrNoneExamples: readonly Example[] = [
  ['a mobile number', { channel: 'automated-call', senderId: '+33612345678' }, 'forbidden'],
  ['an ordinary number in Paris', { channel: 'automated-call', senderId: '+33142000000' }, 'forbidden'],
  ['no number given', { channel: 'automated-call', senderId: undefined }, 'forbidden'],
  ['a number of the open range 0162', { channel: 'automated-call', senderId: '+33162000000' }, 'not forbidden'],
  ['a platform number, 09394', { channel: 'automated-call', senderId: '+33939400000' }, 'not forbidden'],
  ['an ordinary number, 09395', { channel: 'automated-call', senderId: '+33939500000' }, 'forbidden'],
  ['an open number written as a link', { channel: 'automated-call', senderId: 'tel:+33162000000' }, 'forbidden'],
  ['an open number with an extension', { channel: 'automated-call', senderId: '+33162000000;ext=1' }, 'forbidden'],
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
