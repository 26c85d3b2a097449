import type { FlatProhibition } from '../../article.ts';
import type { Example } from '../../example.ts';
import { showsAnotherNumber } from '../arcep/caller-id.ts';
import { numberClosedToCalls } from './l221-17.ts';

/** Of edition 2026-11-30.6: of every number that is not open, wherever it is from. */
export const numberClosedToCallsOfAnyRange: FlatProhibition = {
  ...numberClosedToCalls,
  when: showsAnotherNumber,
  reading:
    'The order that names these ranges was not read: they are taken for those that the numbering plan closes to automated systems. L. 223-7 sends automated calls to L. 34-5: the article is applied to them all the same (VOICE-1). Checked 2026-11-30.',
};
export const numberClosedToCallsOfAnyRangeExamples: readonly Example[] = [
  ['a mobile number', { channel: 'automated-call', senderId: '+33612345678' }, 'forbidden'],
  ['a number of the open range 0162', { channel: 'automated-call', senderId: '+33162000000' }, 'not forbidden'],
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
