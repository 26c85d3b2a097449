/** Messages that rows ask about, without their contact: an offer of seeds, unless a row says otherwise. */
import { type Fields, OFFERED, SENDERS, TEMPLATE } from '../world.ts';

const offer = (channel: string, fields: Fields): Fields => ({
  channel,
  offerCategory: OFFERED,
  ...(SENDERS[channel] === undefined ? {} : { sender: SENDERS[channel] }),
  ...fields,
});

export const mail = (fields: Fields = {}): Fields =>
  offer('email', { subject: 'Nos semences de printemps', ...fields });
export const text = (fields: Fields = {}): Fields => offer('sms', fields);
export const call = (fields: Fields = {}): Fields => offer('automated-call', fields);
export const other = (channel: 'fax' | 'live-call', fields: Fields = {}): Fields => offer(channel, fields);

/** A mail made from the row's template, which says what it is and offers. */
export const MADE: Fields = { channel: 'email', template: TEMPLATE };
