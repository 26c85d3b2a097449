import { SegmentedMessage } from 'sms-segments-calculator';
import { type Counted, countedSingly, isOfSingleUnits } from './single-units.ts';

type SmsAlphabet = 'GSM-7' | 'UCS-2';

/** What a text costs. */
interface Segments {
  readonly segments: number;
  readonly encoding: SmsAlphabet;
}

/**
 * Characters that are counted: no provider takes a fifth of them, and counting grows as their square. What a longer text,
 * which is always refused, has beyond them is counted in proportion.
 */
const MOST_COUNTED = 8000;
const countedPart = (text: string): string => text.slice(0, MOST_COUNTED);
const inProportion = (count: number, text: string): number =>
  text.length <= MOST_COUNTED ? count : Math.ceil((count * text.length) / MOST_COUNTED);

/** Where characters join, the library says which. */
const countedJoined = (text: string): Counted => {
  const counted = new SegmentedMessage(text);
  const { graphemes, encodingName: encoding, segmentsCount: segments } = counted;
  const units = counted.messageSize / (encoding === 'GSM-7' ? 7 : 16);
  return { graphemes, encoding, segments, units, outside: counted.getNonGsmCharacters() };
};
const counts = (text: string): Counted => (isOfSingleUnits(text) ? countedSingly(text) : countedJoined(text));

/** Segments and alphabet of a text (3GPP TS 23.038): 160 or 153 septets, else 70 or 67 UTF-16 units. */
export const segmentsOf = (text: string): Segments => {
  const { segments, encoding } = counts(countedPart(text));
  return { segments: inProportion(segments, text), encoding };
};

/** A character as its reader sees it that GSM-7 does not have, where it is first met, and what could be written instead. */
export interface OutsideGsm {
  readonly character: string;
  /** In characters as people count them, from 1. */
  readonly position: number;
  /** Of the same sense in GSM-7: `e` for `ê`, `'` for `’`. Absent: there is none. */
  readonly instead?: string;
}

/** What a text costs, and which characters make it cost that. */
export interface SmsCost extends Segments {
  /** Septets of GSM-7, where €, [, ], {, }, ^, ~, | and \ take two, or 16-bit units of UCS-2. */
  readonly units: number;
  /** Each character outside GSM-7 once, in order. One of them is enough for the whole text to be UCS-2. */
  readonly outside: readonly OutsideGsm[];
  /** What the same text takes with what could be written instead; what cannot is left out. */
  readonly segmentsWithout: number;
}

/** Characters as their reader sees and counts them; of a text longer than is counted, its code points. */
export const charactersIn = (text: string): readonly string[] =>
  text.length > MOST_COUNTED ? Array.from(text) : counts(text).graphemes;

const isGsm = (text: string): boolean => segmentsOf(text).encoding === 'GSM-7';

/** What an editor writes by itself, as a telephone writes it. */
const PLAIN: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['’‘‚‛′', "'"],
    ['“”„‟«»″', '"'],
    ['‐‑‒–—−•·', '-'],
    ['\u00a0\u2007\u2009\u200a\u202f', ' '],
    ['\u00ad\u200b\u2060\ufeff', ''],
    ['…', '...'],
    ['œ', 'oe'],
    ['Œ', 'OE'],
    ['×', 'x'],
    ['°º', 'o'],
  ].flatMap(([those = '', plain = '']) => Array.from(those, (each) => [each, plain])),
);

/** The same in GSM-7: composed, by the table, or without its accents; `undefined`: GSM-7 has nothing like it. */
const insteadOf = (character: string): string | undefined => {
  const composed = character.normalize('NFC');
  const bare = composed.normalize('NFD').replace(/\p{M}/gu, '');
  return [composed, PLAIN[composed], bare].find((each) => each !== undefined && isGsm(each));
};

/**
 * What a text costs when it is sent as it is, and why: for a preview, and for whoever is asked to shorten it. Pure. "Noël"
 * has one character that GSM-7 lacks, ë at position 3; é, è, à and ù are in GSM-7, while ê, ë, â, î, ô, û and ç are not.
 */
export const smsCost = (text: string): SmsCost => {
  const { graphemes, encoding, ...counted } = counts(countedPart(text));
  const outsiders = new Set(counted.outside);
  const instead = new Map([...outsiders].map((character) => [character, insteadOf(character)]));
  const segments = inProportion(counted.segments, text);
  const outside = [...outsiders].map((character) => {
    const plain = instead.get(character);
    const found = { character, position: graphemes.indexOf(character) + 1 };
    return plain === undefined ? found : { ...found, instead: plain };
  });
  const without = graphemes.map((each) => (outsiders.has(each) ? (instead.get(each) ?? '') : each)).join('');
  return {
    segments,
    encoding,
    units: inProportion(counted.units, text),
    outside,
    segmentsWithout: outsiders.size === 0 ? segments : inProportion(segmentsOf(without).segments, text),
  };
};
