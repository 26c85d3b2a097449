import type { Instant } from '#shared/domain/ids.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { wallClock } from '#shared/domain/time/calendar.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { CENTRE_WORDS } from './centre.ts';
import { dayOf } from './day-of.ts';

const paris = (at: Instant) => wallClock(millisecondsOf(at), 'Europe/Paris');
const two = (count: number): string => String(count).padStart(2, '0');

/** The time of an instant in Paris, as a clock there shows it: « 10 h 24 », "10:24". */
export const hourOf = (language: ReaderLanguage, at: Instant): string => {
  const { minute } = paris(at);
  return CENTRE_WORDS[language].moments.clock(String(Math.floor(minute / 60)), two(minute % 60));
};

/** When something was or will be, seen from now: the time alone where it is the same day in Paris. */
export const momentOf = (language: ReaderLanguage, at: Instant, now: Instant): string => {
  const { today, onDay } = CENTRE_WORDS[language].moments;
  const hour = hourOf(language, at);
  return paris(at).date === paris(now).date ? today(hour) : onDay(dayOf(language, at), hour);
};
