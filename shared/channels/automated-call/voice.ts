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

/**
 * A voice of these languages makes no sense of these words: none is of the six that are read, or the words are of another of the six.
 * Names, and a word of another language among its own, are spoken.
 */
export const isLostOnVoice = (tags: readonly string[], words: string): boolean => {
  const own = tags.flatMap((tag) => COMMON[languageOf(tag)] ?? []);
  if (own.length === 0) return true;
  const folded = fold(words);
  const countOf = (pattern: RegExp): number => folded.match(pattern)?.length ?? 0;
  return (
    own.every((pattern) => countOf(pattern) === 0) &&
    Object.values(COMMON).some((pattern) => countOf(pattern) >= ENOUGH)
  );
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
