import { canBeDialled, dialsNineDigits, numberDialled } from '#shared/domain/contact/phone/dialled.ts';
import { isFreeToCall } from '#shared/domain/message/surcharge.ts';
import { fold } from '../content/fold.ts';
import type { Means } from '../content/means-of-opposition.ts';
import { SPOKEN_LANGUAGES, type SpokenLanguage } from './spoken-languages.ts';

/** What whoever is called can say stop by, on calls that show this number (D19). */
export interface CallRoute {
  readonly acceptsKeyPress: boolean;
  /** Where an opposition is received by telephone: E.164, or a short number. */
  readonly oppositionNumber?: string | undefined;
}

/** The same, to a reader whose number is `to`, in E.164: the national numbers that they are given are those of its country. */
export interface CallTo extends CallRoute {
  readonly to: string;
}

/** A telephone number as it is written for a voice: with a plus sign or a zero. */
const NUMBER = /(?:\+|\b0)\d?(?:[ .-]?\d){7,14}(?!\d)/g;
/** The same, or nine digits, where national numbers have no zero. */
const NUMBER_OR_NINE_DIGITS = new RegExp(
  `${NUMBER.source}|(?<![\\d+])(?<!\\d[ .-])[6-9]\\d\\d(?:[ .-]?\\d){6}(?![ .-]?\\d)`,
  'g',
);
const numbersFor = (to: string): RegExp => (dialsNineDigits(to) ? NUMBER_OR_NINE_DIGITS : NUMBER);

/** What a voice names to press or to call. */
interface Named {
  /** The digits to call; absent: a key. */
  readonly number?: string;
}

const namedIn = (words: string, { key, shortNumber }: SpokenLanguage, written: RegExp): readonly Named[] => {
  const numbers = (words.match(written) ?? []).map((number) => ({ number: number.replaceAll(/[ .-]/g, '') }));
  const short = shortNumber.exec(words)?.[1];
  return [...numbers, ...(short === undefined ? [] : [{ number: short }]), ...(key.test(words) ? [{}] : [])];
};

/** The text asks its listener to press a key, whatever for, in one of the languages that are read. */
export const namesKey = (text: string): boolean =>
  SPOKEN_LANGUAGES.some((language) =>
    clausesOf(fold(text), language, NUMBER).some(({ named }) => named.some(({ number }) => number === undefined)),
  );

/** A stretch of speech between two short pauses, and the number of its sentence. */
interface Clause {
  readonly sentence: number;
  readonly words: string;
  readonly named: readonly Named[];
}

const clausesOf = (folded: string, language: SpokenLanguage, written: RegExp): readonly Clause[] =>
  folded.split(/(?<=[.!?])\s+/).flatMap((sentence, index) =>
    sentence
      .split(language.pause)
      .filter((words) => words !== '')
      .map((words) => ({ sentence: index, words, named: namedIn(words, language, written) })),
  );

/**
 * Whether a clause says how to stop: it says so, or follows one that does, in its sentence or in the one before where
 * that names no means; and nothing between says that it is for something else.
 */
const saysHowToStop = (
  clauses: readonly Clause[],
  language: SpokenLanguage,
  index: number,
  of = clauses[index]?.sentence ?? 0,
): boolean => {
  const clause = clauses[index];
  if (clause === undefined || clause.sentence < of - 1) return false;
  if (clause.sentence < of && clause.named.length > 0) return false;
  if (language.stopping.test(clause.words)) return true;
  return !language.forSomething.test(clause.words) && saysHowToStop(clauses, language, index - 1, of);
};

const namedToStop = (folded: string, language: SpokenLanguage, to: string): readonly Named[] => {
  const clauses = clausesOf(folded, language, numbersFor(to));
  const speaksOfStopping = (sentence: number): boolean =>
    clauses.some((clause) => clause.sentence === sentence && language.stopping.test(clause.words));
  return clauses.flatMap(({ sentence, words, named }, index) => {
    const isKey = named.length === 0 && language.keyToStop?.test(words) === true && speaksOfStopping(sentence);
    const said = isKey ? [{}] : named;
    return said.length > 0 && saysHowToStop(clauses, language, index) ? said : [];
  });
};

/** One that is ours and does not ring from where the reader is works for nobody there. */
const meansOf = ({ number: digits }: Named, { acceptsKeyPress, oppositionNumber, to }: CallTo): Means => {
  if (digits === undefined) return { target: '', isOurs: acceptsKeyPress };
  const number = numberDialled(to, digits);
  if (number !== oppositionNumber) return { target: number, isOurs: false };
  const arrives = canBeDialled(to, number);
  return { target: arrives ? number : '', isOurs: arrives };
};

/** The keys and numbers by which a spoken text says that one can stop the next call, each once, whichever of its languages says so. */
export const spokenMeans = (text: string, route: CallTo): readonly Means[] => {
  const folded = fold(text);
  const named = SPOKEN_LANGUAGES.flatMap((language) => namedToStop(folded, language, route.to));
  const means = named.map((each) => meansOf(each, route));
  return means.filter(({ target }, index) => means.findIndex((each) => each.target === target) === index);
};

/** It costs no more than a normal call: a key does not at all. */
export const isFreeMeans = ({ target }: Means): boolean => target === '' || isFreeToCall(target);
