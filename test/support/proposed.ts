import { aProposedMessage, instant } from './builders.ts';

/** A French mobile number; invented. */
export const MOBILE = '+33612345678';
const OPEN_NUMBER = '+33162000000';
/** An SMS about wine, valid for a day. */
export const anSms = (changes: Parameters<typeof aProposedMessage>[0] = {}) =>
  aProposedMessage({ channel: 'sms', validUntil: instant('2026-11-25T10:00:00Z'), ...changes });
/** An automated call about wine, from an open number, valid for a day. */
export const aCall = (changes: Parameters<typeof aProposedMessage>[0] = {}) =>
  aProposedMessage({
    channel: 'automated-call',
    sender: OPEN_NUMBER,
    validUntil: instant('2026-11-25T10:00:00Z'),
    ...changes,
  });
