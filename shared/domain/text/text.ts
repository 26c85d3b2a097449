import * as z from 'zod/mini';
import { isBlank } from './unseen.ts';

/**
 * Text that people write and read. Refused are controls and what turns the direction of writing, which could hide or turn round what it
 * says, and a text of which nothing is seen. Characters without a look of their own stay within words, where scripts need them.
 */

/** Controls, line and paragraph ends, and what turns the direction of writing (Unicode Bidi_Control). */
const NOT_IN_A_LINE = /[\p{Cc}\u2028\u2029\p{Bidi_Control}]/u;
/** Controls but tabs and line ends; direction marks are part of a text in Arabic or Hebrew. */
const NOT_IN_PROSE = /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u;

/** Nothing at all is too short, which is said of it already. */
const isSeen = (text: string): boolean => text === '' || !isBlank(text);

/** `expected` says in an error what a text is to be that holds something refused. */
const textWithout = (refused: RegExp, max: number, expected: string) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    z.refine(isSeen, 'something that is seen'),
    z.refine((text) => !refused.test(text), expected),
  );

/** A name or anything else on one line, 1 to `max` characters: it goes into headers, footers and pages. */
export const line = (max: number) =>
  textWithout(NOT_IN_A_LINE, max, 'one line, without control characters or marks of direction');

/** Words that may take several lines, 1 to `max` characters. */
export const prose = (max: number) =>
  textWithout(NOT_IN_PROSE, max, 'without control characters, and nothing that turns the direction of writing');

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A minute of the day, `00:00` to `23:59`. */
export const ClockTime = z.string().check(z.regex(CLOCK, { error: 'a time of the day, 00:00 to 23:59', abort: true }));
/** A minute at which something ends: `24:00` is the end of the day. */
export const EndTime = z
  .string()
  .check(z.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'a time of the day, 00:01 to 24:00', abort: true }));

/** What a text says in JSON; `undefined`, which no JSON says, where it is none. */
export const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
