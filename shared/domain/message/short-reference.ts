import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { MessageId } from '../ids.ts';

/** Digits of Crockford's base 32: no letter that one takes for a digit when reading aloud. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS_PER_DIGIT = 5n;
const LENGTH = 10;

const withHyphen = (digits: string): string => `${digits.slice(0, LENGTH / 2)}-${digits.slice(LENGTH / 2)}`;

/**
 * The short reference that a reader can quote of a message: ten digits of Crockford's base 32 with a hyphen in the
 * middle, `7K3M9-QXA2B`. It follows from the id of the message (50 bits of its SHA-256) and says nothing of the reader.
 */
export const shortReferenceOf = (messageId: MessageId): string => {
  const hash = createHash('sha256').update(`short reference ${messageId}`).digest('hex');
  let rest = BigInt(`0x${hash}`) >> (256n - BigInt(LENGTH) * BITS_PER_DIGIT);
  let digits = '';
  while (digits.length < LENGTH) {
    digits = `${DIGITS[Number(rest & 31n)] ?? ''}${digits}`;
    rest >>= BITS_PER_DIGIT;
  }
  return withHyphen(digits);
};

/** Digits as people type them: any case, spaces or hyphens, O for zero, I and L for one. */
const typedDigits = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** A short reference as a reader quotes it; read to the form of `shortReferenceOf`. */
export const QuotedReference = z.pipe(
  z
    .string()
    .check(z.maxLength(40), z.regex(/^[\s-]*(?:[0-9A-Za-z][\s-]*){10}$/, 'ten letters and digits, as 7K3M9-QXA2B')),
  z.transform((typed) => withHyphen(typedDigits(typed))),
);
