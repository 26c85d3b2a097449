import { Instant } from '../ids.ts';
import { addDays, addSeconds, fullHourOf } from '../time/instant.ts';

/** Digits of a code that is sent to an address, so that whoever reads them there shows that the address is theirs. */
const DIGITS = 6;
/** Bytes of chance that a code is made from: the remainder favours no code by more than one in 280 million. */
export const CODE_BYTES = 6;
/** How long a code opens the centre. */
export const CODE_MINUTES = 10;
/** How often a code may be typed wrong: one in 200,000 for who guesses. */
export const MOST_TRIES = 5;
/** Codes that a contact gets, however often they are asked for. */
export const MOST_AN_HOUR = 3;
export const MOST_A_DAY = 6;
/** How long the centre stays open once the code was typed. */
export const OPEN_MINUTES = 30;

/** The code of these bytes of chance, at least `CODE_BYTES` of them. */
export const codeFrom = (chance: Uint8Array): string =>
  String(Buffer.from(chance).readUIntBE(0, CODE_BYTES) % 10 ** DIGITS).padStart(DIGITS, '0');

/** The code in what a person typed, with spaces or hyphens where they read them; `undefined`: it is none, and no guess. */
export const typedCode = (typed: string): string | undefined => {
  const digits = typed.replaceAll(/[\s.-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
};

export const minutesAfter = (at: Instant, minutes: number): Instant => addSeconds(at, minutes * 60);

/** Of the codes that were sent, those that still count against the next one. */
export const sentLately = (sentAt: readonly Instant[], now: Instant): readonly Instant[] =>
  sentAt.filter((at) => addDays(at, 1) > now);

/**
 * Since when one more code may be sent to a contact that got some at these instants, in their order: later than now where none may be sent now. They are
 * counted by the full hours in which they were sent, of an hour and of the 24 that end with it, so that the page can name the true instant: who has the
 * link alone may not be who asked for those before, and does not learn at which minute that was.
 */
export const nextCodeAt = (sentAt: readonly Instant[]): Instant | undefined => {
  const [ofHour, ofDay] = [sentAt.at(-MOST_AN_HOUR), sentAt.at(-MOST_A_DAY)];
  const ends = [
    ...(ofHour === undefined ? [] : [minutesAfter(fullHourOf(ofHour), 60)]),
    ...(ofDay === undefined ? [] : [addDays(fullHourOf(ofDay), 1)]),
  ];
  return ends.toSorted().at(-1);
};

/**
 * The same as a page that said it gives it back with a wrong code, so that nothing that is stored is read for it; `undefined`: that is over, or no page
 * of ours said it.
 */
export const stillNextAt = (given: string, now: Instant): Instant | undefined => {
  const next = Instant.safeParse(given).data;
  return next !== undefined && next > now && next <= addDays(now, 2) ? next : undefined;
};
