/** Arcep, décision n° 2018-0881, annex 1 (consolidated on 1 January 2026): the ranges that an automated system may show. */

/** Verified numbers, numbers of general interest, platform numbers (09, décision n° 2022-1583). Others are not open. */
const VERIFIED = '162|163|270|271|377|378|424|425|568|569|948|949';
const GENERAL_INTEREST = '1510|2810|3410|4410|5410|9410';
const PLATFORMS = '937|938|939[0-4]';
/** Longer than the nine digits of an ordinary number. */
const EXTENDED = '(?:901[0-4]|700[0-4])\\d{6,}';

const OPEN = new RegExp(`^\\+33(?:(?:${VERIFIED}|${PLATFORMS}|${GENERAL_INTEREST})\\d+|${EXTENDED})$`);
const PLATFORM = new RegExp(`^\\+33(?:${PLATFORMS})\\d+$`);

/** The number, in E.164, is of a range open to automated calls and messages. */
export const isOpenToAutomates = (number: string): boolean => OPEN.test(number);

/** A platform number, of the 09 ranges: it may also show as the sender of an SMS. */
export const isPlatformNumber = (number: string): boolean => PLATFORM.test(number);

/** Ordinary numbers of France and of its territories: 01 to 07 and 09, and what rings overseas by a prefix of its own. */
const TERRITORIAL = /^\+(?:33[1-79]|262|508|59[046])\d+$/;

/** An ordinary number, in E.164, which no automated system may show. */
export const isOrdinaryNumber = (number: string): boolean => TERRITORIAL.test(number) && !isOpenToAutomates(number);
