import type { PhoneWords } from './words.ts';

/** France, where the phones are. */
const ZONE = 'Europe/Paris';

/** An instant as a phone shows it: `11:02`. */
export const timeIn = (at: string, { zone }: PhoneWords): string =>
  new Intl.DateTimeFormat(zone, { timeStyle: 'short', timeZone: ZONE }).format(new Date(at));

/** Its day: “mardi 24 novembre 2026”. */
export const dayIn = (at: string, { zone }: PhoneWords): string =>
  new Intl.DateTimeFormat(zone, { dateStyle: 'full', timeZone: ZONE }).format(new Date(at));

/** A French number as people write it, country code and pairs; any other as it is. */
export const writtenOut = (number: string): string =>
  number.replace(/^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '+33 $1 $2 $3 $4 $5');

/** A caller’s number as a phone in France shows it. */
export const asCalled = (number: string): string =>
  number.replace(/^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '0$1 $2 $3 $4 $5');

/** Seconds as a clock of a call shows them: `0:07`. */
export const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
