import { fold } from '../content/fold.ts';

/** Words that are in every sentence of a language, and in none of the other five, folded. */
const COMMON: Readonly<Record<string, RegExp>> = {
  fr: /\b(?:pour|vous|ne|plus|etre|tapez|appuyez|appelez|votre|nous|ici|sur|est|les)\b/g,
  en: /\b(?:to|you|the|press|call|our|your|not|longer|be|this|is|here)\b/g,
  de: /\b(?:sie|um|nicht|mehr|werden|drucken|der|das|ist|zu|und|wahlen)\b/g,
  es: /\b(?:para|usted|pulse|marque|mas|el|los|que|y|llamadas?|su)\b/g,
  it: /\b(?:per|piu|essere|prema|premi|digiti|il|gli|chiamat[oa]|della|e)\b/g,
  nl: /\b(?:om|niet|meer|worden|druk|toets|het|een|u|bel|wilt)\b/g,
};

const languageOf = (tag: string): string => tag.toLowerCase().split(/[-_:]/)[0] ?? '';

/** Voices whose name begins with their language: `fr-FR-DeniseNeural`, `Voice (fr-FR, DeniseNeural)`. */
const OF_VOICE = /(?<![^\s(])[a-z]{2,3}-(?:[A-Z]{2}|\d{3})(?![\p{L}\p{N}])/gu;

/** Voices that speak whatever language they are given: `en-US-AvaMultilingualNeural`. */
const SPEAKS_MANY = /multilingual/i;

const listed = (tags = ''): readonly string[] => tags.split(/\s+/).filter((tag) => tag !== '');

/**
 * The languages in which an element has its words spoken, one of which is enough; none where it says nothing of it, so that they are
 * spoken as those around it. What a voice is by its name is stronger than what is said beside it.
 */
export const languagesOf = (name: string, attributes: Readonly<Record<string, string>>): readonly string[] => {
  const ofVoice = name === 'voice' ? attributes : {};
  const said = [
    SPEAKS_MANY.test(ofVoice.name ?? '') ? [] : (ofVoice.name?.match(OF_VOICE) ?? []),
    listed(attributes['xml:lang']),
  ];
  return [...said, listed(ofVoice.languages), listed(ofVoice.language)].find((tags) => tags.length > 0) ?? [];
};

/** As many words of a language show which one it is. */
const ENOUGH = 3;

/** In a language that is not read: words that are in no sentence of the six, and begin as a name does. */
const isAName = (words: string, folded: string): boolean =>
  /^\P{L}*(?:\p{Lu}|\p{Lo})/u.test(words) &&
  !/\d/.test(words) &&
  Object.values(COMMON).every((pattern) => (folded.match(pattern) ?? []).every(({ length }) => length === 1));

/**
 * A voice of these languages makes no sense of these words: more of them are of another of the six languages that are read than of
 * its own, or it is of none of the six and they are no name. Names, and a word of another language among its own, are spoken.
 */
export const isLostOnVoice = (tags: readonly string[], words: string): boolean => {
  const own = tags.flatMap((tag) => COMMON[languageOf(tag)] ?? []);
  const folded = fold(words);
  if (own.length === 0) return !isAName(words, folded);
  const most = (patterns: readonly RegExp[]): number =>
    Math.max(...patterns.map((pattern) => folded.match(pattern)?.length ?? 0));
  const ofAny = most(Object.values(COMMON));
  return ofAny >= ENOUGH && most(own) < ofAny;
};

const NAMED_RATES: Readonly<Record<string, number>> = { 'x-slow': 0.5, slow: 0.75, medium: 1, fast: 1.5, 'x-fast': 2 };

/** How many times as fast as its own rate a voice speaks; 1 where it is not said. */
export const paceOf = (rate = ''): number => {
  const said = rate.trim().toLowerCase();
  const named = NAMED_RATES[said];
  if (named !== undefined) return named;
  const [, sign = '', number, unit] = /^([+-]?)(\d+(?:\.\d+)?)(%?)$/.exec(said) ?? [];
  if (number === undefined) return 1;
  const share = Number(number) / (unit === '%' ? 100 : 1);
  if (sign === '') return share;
  return Math.max(0, sign === '+' ? 1 + share : 1 - share);
};

/** Nobody follows a voice that is faster, or so slow. */
const [SLOWEST, FASTEST] = [0.2, 2.5];
export const isFollowed = (pace: number): boolean => pace >= SLOWEST && pace <= FASTEST;

/** Characters that a voice speaks in a second. */
const CHARACTERS_A_SECOND = 15;
const secondsIn = (written = ''): number | undefined => {
  const [, number, unit] = /^\+?(\d+(?:\.\d+)?|\.\d+)(ms|s)$/.exec(written.trim().toLowerCase()) ?? [];
  return number === undefined ? undefined : Number(number) / (unit === 'ms' ? 1000 : 1);
};
/** The pace at which words are spoken within the time that is given to them, exactly or at most; `undefined`: none is. */
export const paceWithin = (
  words: string,
  { exact, most }: { exact?: string | undefined; most?: string | undefined },
): number | undefined => {
  const paceIn = (seconds: number): number => words.trim().length / CHARACTERS_A_SECOND / Math.max(seconds, 0.001);
  const [given, longest] = [secondsIn(exact), secondsIn(most)];
  if (given !== undefined) return paceIn(given);
  return longest !== undefined && paceIn(longest) > 1 ? paceIn(longest) : undefined;
};

/** How loud words are by what is said of their volume, 1 for the voice's own: in decibels, as a change, or of 100. */
export const loudnessOf = (volume = ''): number => {
  const said = volume.trim().toLowerCase();
  if (said === 'silent') return 0;
  const [, sign, number = '', unit] = /^([+-]?)(\d+(?:\.\d+)?|\.\d+)(db|%|)$/.exec(said) ?? [];
  if (sign === undefined) return 1;
  const change = Number(number) * (sign === '-' ? -1 : 1);
  if (unit === 'db') return 10 ** (change / 20);
  return Math.max(0, (sign === '' ? 0 : 1) + change / 100);
};
/** 20 dB below the voice's own volume nothing is audible. */
export const isAudible = (loudness: number): boolean => loudness > 0.1001;
