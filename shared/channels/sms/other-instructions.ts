import { NO_WORD_BEFORE, TO_A_CODE } from '#shared/domain/opposition/stop-instruction.ts';
import { IS_A_NOUN, isDenied, sentenceBefore } from './standing-stops.ts';

const ELSE = String.raw`ARR[EÊ]T|STOP\s*(?:PUBLICIT[EÉ]S?|PUBS?|PROMOS?|MMS)`;
const KEYWORD = new RegExp(`^(?:${ELSE})`, 'iu');
/** How other systems write it too, in words that are received as a STOP: ARRET, and STOP with what it ends. An "arrêt" behind an apostrophe is a thing. */
const WRITTEN_ELSE = new RegExp(`(?<!['’])${NO_WORD_BEFORE}(?:${ELSE})${TO_A_CODE}`, 'giu');

/** A text in which such an instruction is written as ours is, unless it is a thing of its sentence: whether something denies it, or puts a price on it, is read as of any. */
export const withOurKeyword = (text: string): string =>
  text.replace(WRITTEN_ELSE, (found, ...more) => {
    const at = more.at(-2) as number;
    return IS_A_NOUN.test(sentenceBefore(text, at)) ? found : found.replace(KEYWORD, 'STOP ');
  });

/** The bare keyword last, in capitals: behind a mark or a number, and no word of a sentence. */
const BARE = /(?:^|[.!?:;,)%€*–—-]\s*|\d\s+)["«“]?\s?STOP\s?["»”]?[\s.!)]*$/u;

/** A text ends with the keyword alone, which nothing denies: whoever answers the number that sent it stops. */
export const endsWithKeyword = (text: string): boolean => {
  const start = text.lastIndexOf('STOP');
  return BARE.test(text) && !/non?[\s\p{Pd}]+STOP[^\p{L}]*$/iu.test(text) && !isDenied(text, { start, end: start + 4 });
};
