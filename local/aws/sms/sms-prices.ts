import { SegmentedMessage } from 'sms-segments-calculator';
import type { ReceivedSms } from './sms.ts';

/** A price per part that nobody pays, in US dollars. */
const PRICE_USD = 0.05;

/** The parts of a text message. */
export const partsOf = (text: string): number => new SegmentedMessage(text).segmentsCount;

/** What a text message costs, in US dollars. */
export const priceOf = (text: string): number => partsOf(text) * PRICE_USD;

const prices = new WeakMap<ReceivedSms, number>();
/** Worked out once for each: the spending is looked at again and again. */
const priceOfSms = (sms: ReceivedSms): number => {
  const price = prices.get(sms) ?? priceOf(sms.text);
  prices.set(sms, price);
  return price;
};

/** What the text messages of the month of an instant (UTC) cost, in US dollars. */
export const spentThisMonth = (sms: readonly ReceivedSms[], now: string): number => {
  const month = now.slice(0, 7);
  return sms.filter(({ at }) => at.startsWith(month)).reduce((sum, each) => sum + priceOfSms(each), 0);
};
