import { SegmentedMessage } from 'sms-segments-calculator';
import type { ReceivedSms } from './sms.ts';

/** A price per part that nobody pays, in US dollars. */
const PRICE_USD = 0.05;

/** The parts of a text message. */
export const partsOf = (text: string): number => new SegmentedMessage(text).segmentsCount;

/** What a text message costs, in US dollars. */
export const priceOf = (text: string): number => partsOf(text) * PRICE_USD;

/** What the text messages of the month of an instant (UTC) cost, in US dollars. */
export const spentThisMonth = (sms: readonly ReceivedSms[], now: string): number => {
  const month = now.slice(0, 7);
  return sms.filter(({ at }) => at.startsWith(month)).reduce((sum, { text }) => sum + priceOf(text), 0);
};
