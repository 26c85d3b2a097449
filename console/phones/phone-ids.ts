import { createHmac } from 'node:crypto';

/**
 * Names phones in the addresses of the console, where no number may be: twelve hexadecimal digits of the number in E.164, under a key of
 * this console (32 random bytes). Without the key nobody finds the number by trying all that there are.
 */
export const phoneIdsBy =
  (key: Uint8Array) =>
  (number: string): string =>
    createHmac('sha256', key).update(number).digest('hex').slice(0, 12);
