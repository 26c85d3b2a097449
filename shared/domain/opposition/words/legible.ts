import { ACCENTED } from './accented.ts';

/** What Windows-1252 shows for the bytes 0x80 to 0x9F, where it has a character for them. */
const OF_WINDOWS = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((shown, at) => [shown, 0x80 + at] as const),
);
const MORE_BYTES = `[\u0080-\u00bf${[...OF_WINDOWS.keys()].join('')}]`;

/** Bytes of UTF-8 that were read as letters: those of European letters, of quotation marks, and of signs. */
const BYTES_AS_TEXT = new RegExp(`[ÂÃ]${MORE_BYTES}|â${MORE_BYTES}{2}|ð${MORE_BYTES}{3}`, 'g');

const byteOf = (shown: string): number => OF_WINDOWS.get(shown) ?? shown.charCodeAt(0);

/** Text whose bytes were read as letters, as it was written. */
const asWritten = (text: string): string =>
  text.replace(BYTES_AS_TEXT, (bytes) => Buffer.from([...bytes].map(byteOf)).toString('utf8'));

/** What gateways put in the place of a letter that they lack, once for each of its bytes at the most. */
const LOST = '[?¿\u{fffd}\u25a1]';
const LOST_CHARACTER = `${LOST}{1,2}`;

const BEGINS = '(?<![\\p{L}\\p{M}?\u{fffd}\u25a1])';
const ENDS = `(?![\\p{L}\\p{M}${LOST.slice(1, -1)}])`;

/** What precedes an apostrophe, of one character. */
const ELIDED = '[cdjlmnst]|qu';

/** A word, of which any letter with an accent may be lost, and the apostrophe before it as well. */
const patternOf = (word: string): RegExp => {
  const parts = [...word].map((each) => {
    const [plain = each, accent] = each.normalize('NFD');
    if (each === '$') return ENDS;
    return accent === undefined && each !== 'ß' ? each : `(?:${plain}\\p{M}?|${each}|${LOST_CHARACTER})`;
  });
  return new RegExp(`${BEGINS}(?:(${ELIDED})(?:${LOST}{1,3}?|['’])?)??(${parts.join('')})`, 'giu');
};

/** What a word holds however its accents were lost: the longest of its parts that have none. */
const partOf = (word: string): string =>
  word.split(/[^a-z]+/).reduce((longest, part) => (part.length > longest.length ? part : longest));

/** Letters as `partOf` has them: to a pattern that heeds no capitals, `ſ` is an s as well. */
const lowered = (text: string): string => text.toLowerCase().replaceAll('ſ', 's');

const WORDS = ACCENTED.map((word) => ({ word: word.replace('$', ''), part: partOf(word), pattern: patternOf(word) }));
const IS_LOST = new RegExp(LOST, 'u');

/** What precedes an apostrophe that was lost. */
const APOSTROPHES = new RegExp(
  `${BEGINS}(${ELIDED}|(?:jus|lors|puis)qu|aujourd|can|don|didn|doesn|won|isn|dell|all|un)${LOST}{1,3}(?=\\p{L})`,
  'giu',
);

/** "Nö", which denies, where it is said first and nothing of a number follows: a `?` by itself may ask. */
const NO_AT_FIRST =
  /^(\s*)n(?:[¿\u{fffd}\u25a1]{1,2}(?=\s*(?:[,.!]|$))|[?¿\u{fffd}\u25a1]{1,2}(?=[,.!\s]+(?:danke|kein|nicht|will|ich|das|lass)))/iu;
/** Anywhere else it is short for "numéro". */
const NUMBER = /(?<![\p{L}\p{M}'’])n[¿\u{fffd}\u25a1]{1,2}(?![\p{L}\p{M}])/giu;

/** A mark that asks nothing, beside a letter, and one by itself. */
const SURELY_LOST = /(?<=\p{L})[\u{fffd}\u25a1¿]{1,2}|[\u{fffd}\u25a1]{1,2}(?=\p{L})/gu;
const SURELY_LOST_ALONE = /(?<!\S)[\u{fffd}\u25a1]{1,2}(?!\S)/gu;

/** Nobody writes more by hand: behind so many characters nothing is mended, and the rest is read as it came. */
const CHARACTERS_MENDED = 20_000;

/** By the words that are known. A pattern is asked only where the part of its word is: of most texts that is nowhere. */
const withKnownWords = (text: string): string => {
  let read = text;
  let small = lowered(text);
  for (const { word, part, pattern } of WORDS) {
    if (!small.includes(part)) continue;
    const known = read.replace(pattern, (found, elided?: string) => {
      if (!IS_LOST.test(found)) return found;
      return elided === undefined ? word : `${elided}’${word}`;
    });
    if (known !== read) small = lowered(known);
    read = known;
  }
  return read.replace(APOSTROPHES, '$1’').replace(NO_AT_FIRST, '$1ne').replace(NUMBER, 'numéro');
};

/** Then a mark that can be nothing else is the letter that is lost most: é, and à alone. */
const withLostAccents = (text: string): string =>
  withKnownWords(text).replace(SURELY_LOST, 'é').replace(SURELY_LOST_ALONE, 'à');

/** Behind the first word, which may be all that is said. */
const BEHIND_THE_FIRST = /(?<=^[\s\u{fffd}\u25a1¿]{0,8}\p{L}{2,20})[\u{fffd}\u25a1¿]+(?!\p{L})/u;

/** Or it is a sign or a space. */
const withLostSigns = (text: string): string =>
  withKnownWords(text.replace(BEHIND_THE_FIRST, ' ')).replace(/[\u{fffd}\u25a1¿]+/gu, ' ');

/** STOP in letters of Cyrillic and Greek that look like it, or sound like it. */
const STOP_ELSEWHERE = /(?<![\p{L}\p{M}])[sсѕσς][tтτ][oоο][pрпπρ](?![\p{L}\p{M}])/giu;

const mended = (text: string, mend: (text: string) => string): string => {
  const written = asWritten(asWritten(text)).replace(STOP_ELSEWHERE, 'stop');
  const first = written.slice(0, CHARACTERS_MENDED);
  return IS_LOST.test(first) ? `${mend(first)}${written.slice(CHARACTERS_MENDED)}` : written;
};

/**
 * A reply as it was written, as far as one can see: bytes that were read as letters are letters again, and in words that refuse or deny a
 * mark in the place of a letter with an accent is that letter. Any other mark stays: it may ask.
 */
export const legible = (text: string): string => mended(text, withLostAccents);

/** The same, where the marks that fit no known word were signs or spaces, not letters: "NON" and an emoji. */
export const legibleWithoutSigns = (text: string): string => mended(text, withLostSigns);
