import { asWritten, NATIONAL, SEPARATORS, type TypedAddress } from '../contact/typed-address.ts';

/**
 * How mobile numbers begin that are dialled at home with ten digits, a zero first, as those of France are: by dialling prefix (libphonenumber-js
 * 1.13.16, with whose patterns a test compares them). Those of Germany and the United Kingdom have more digits, those of Spain, Italy and Luxembourg no such zero.
 */
const MOBILE_ABROAD: readonly (readonly [prefix: string, begins: RegExp])[] = [
  ['31', /^6[1-58]/],
  ['32', /^4[5-9]/],
  ['353', /^8[235-9]/],
  ['358', /^(?:4[0-8]|50)/],
  ['359', /^(?:43|8[7-9]|9[89])/],
  ['385', /^9[0125789]/],
  ['40', /^7[0-9]/],
  ['41', /^(?:6[89]|7[235-9])/],
  ['421', /^9[0145]/],
  ['423', /^6[4-6]/],
  ['43', /^6[5-9]|^648/],
  ['46', /^7[023689]/],
];

/**
 * The mobile numbers of other countries that ten digits may mean which somebody types as they dial them at home, beside the French number that they
 * are; empty where their country is written, or where they can be none. In the order of their text.
 */
export const readAbroad = (written: string): readonly TypedAddress[] => {
  const digits = NATIONAL.exec(asWritten(written).replace(SEPARATORS, ''))?.[1];
  if (digits === undefined) return [];
  const found = MOBILE_ABROAD.filter(([, begins]) => begins.test(digits)).map(([prefix]) => `+${prefix}${digits}`);
  return found.toSorted().map((value) => ({ kind: 'phone', value }));
};
