import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';

/** Arcep, national numbering plan: which numbers an automated system may show. Read through one source. */
const NUMBERING_PLAN = article({
  id: 'arcep-2022-1583/2023-01-01',
  code: 'Arcep, plan national de numérotation',
  number: 'décision n° 2022-1583',
  inForce: { from: '2023-01-01' },
  kind: 'regulation',
});

/** Ranges open to automated systems, and the platform numbers; ordinary, mobile and premium numbers are not. */
const RANGES_FOR_AUTOMATES = /^\+33(?:162|163|270|271|377|378|424|425|568|569|948|949|937|938|939[0-4])\d+$/;

const showsNumberForAutomates = ({ senderId }: Facts) => senderId !== undefined && RANGES_FOR_AUTOMATES.test(senderId);

export const forbiddenCallerId = NUMBERING_PLAN.forbids('CALLER_ID_FORBIDDEN', {
  concerns: { channels: ['automated-call'], everyClass: true },
  when: (facts) => !showsNumberForAutomates(facts),
  reading: 'Exceptions by volume are left out on purpose (VOICE-2). Checked 2026-11-24.',
});
export const forbiddenCallerIdExamples: readonly Example[] = [
  ['a mobile number', { channel: 'automated-call', senderId: '+33612345678' }, 'forbidden'],
  ['an ordinary number in Paris', { channel: 'automated-call', senderId: '+33142000000' }, 'forbidden'],
  ['no number given', { channel: 'automated-call', senderId: undefined }, 'forbidden'],
  ['a number of the open range 0162', { channel: 'automated-call', senderId: '+33162000000' }, 'not forbidden'],
  ['a platform number, 09394', { channel: 'automated-call', senderId: '+33939400000' }, 'not forbidden'],
  ['an ordinary number, 09395', { channel: 'automated-call', senderId: '+33939500000' }, 'forbidden'],
  ['an open number written as a link', { channel: 'automated-call', senderId: 'tel:+33162000000' }, 'forbidden'],
  ['an open number with an extension', { channel: 'automated-call', senderId: '+33162000000;ext=1' }, 'forbidden'],
  ['an SMS, which shows no number', { channel: 'sms', senderId: 'VALMY' }, 'not forbidden'],
];
