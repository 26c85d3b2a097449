import { isFreeOfSurcharge } from '#shared/domain/message/surcharge.ts';
import { fold } from '../content/fold.ts';
import type { Means } from '../content/means-of-opposition.ts';
import { SPOKEN_LANGUAGES, type SpokenLanguage } from './spoken-languages.ts';

/** What whoever is called can say stop by, on calls that show this number (D19). */
export interface CallRoute {
  readonly acceptsKeyPress: boolean;
  /** Where an opposition is received by telephone: E.164, or a short number. */
  readonly oppositionNumber?: string | undefined;
}

/** A telephone number as it is written for a voice: international, or from France. */
const NUMBER = /(?:\+|\b0)\d?(?:[ .-]?\d){7,14}(?!\d)/g;

const e164Of = (written: string): string => {
  const digits = written.replaceAll(/[ .-]/g, '').replace(/^00/, '+');
  return digits.startsWith('0') ? `+33${digits.slice(1)}` : digits;
};

/** What a voice names to press or to call. */
interface Named {
  /** The number to call; absent: a key. */
  readonly number?: string;
}

const namedIn = (words: string, { key, shortNumber }: SpokenLanguage): readonly Named[] => {
  const numbers = (words.match(NUMBER) ?? []).map((number) => ({ number: e164Of(number) }));
  const short = shortNumber.exec(words)?.[1];
  return [...numbers, ...(short === undefined ? [] : [{ number: short }]), ...(key.test(words) ? [{}] : [])];
};

/** The text asks its listener to press a key, whatever for, in one of the languages that are read. */
export const namesKey = (text: string): boolean =>
  SPOKEN_LANGUAGES.some((language) =>
    clausesOf(fold(text), language).some(({ named }) => named.some(({ number }) => number === undefined)),
  );

/** A stretch of speech between two short pauses, and the number of its sentence. */
interface Clause {
  readonly sentence: number;
  readonly words: string;
  readonly named: readonly Named[];
}

const clausesOf = (folded: string, language: SpokenLanguage): readonly Clause[] =>
  folded.split(/(?<=[.!?])\s+/).flatMap((sentence, index) =>
    sentence
      .split(language.pause)
      .filter((words) => words !== '')
      .map((words) => ({ sentence: index, words, named: namedIn(words, language) })),
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

const namedToStop = (folded: string, language: SpokenLanguage): readonly Named[] => {
  const clauses = clausesOf(folded, language);
  return clauses.flatMap(({ named }, index) =>
    named.length > 0 && saysHowToStop(clauses, language, index) ? named : [],
  );
};

const meansOf = ({ number }: Named, route: CallRoute): Means =>
  number === undefined
    ? { target: '', isOurs: route.acceptsKeyPress }
    : { target: number, isOurs: number === route.oppositionNumber };

/** The keys and numbers by which a spoken text says that one can stop the next call, each once, whichever of its languages says so. */
export const spokenMeans = (text: string, route: CallRoute): readonly Means[] => {
  const folded = fold(text);
  const named = SPOKEN_LANGUAGES.flatMap((language) => namedToStop(folded, language));
  const means = named.map((each) => meansOf(each, route));
  return means.filter(({ target }, index) => means.findIndex((each) => each.target === target) === index);
};

/** No cost beyond that of a normal call: short numbers in 10, 30 and 31, and all that bear no surcharge. */
export const isFreeToCall = ({ target }: Means): boolean =>
  target === '' || (target.startsWith('+') ? isFreeOfSurcharge(target) : /^(?:10|30|31)\d\d$/.test(target));
