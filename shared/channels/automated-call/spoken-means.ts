import { isFreeOfSurcharge } from '#shared/domain/message/surcharge.ts';
import { fold } from '../content/fold.ts';
import type { Means } from '../content/means-of-opposition.ts';

/** What whoever is called can say stop by, on calls that show this number (D19). */
export interface CallRoute {
  readonly acceptsKeyPress: boolean;
  /** Where an opposition is received by telephone: E.164, or a short number. */
  readonly oppositionNumber?: string | undefined;
}

const CALLED = '(?:r?appele|contacte|demarche|sollicite)e?s?\\b';
/** Words by which a call speaks of stopping, without accents; narrow, since offers are made "non-stop" as well. */
const STOPPING = new RegExp(
  [
    `\\bn(?:e |.)(?:\\w+ ){0,2}plus (?:\\w+ ){0,2}(?:recevoir|(?:etre )?(?:\\w+ )?${CALLED})`,
    `\\bne pas (?:recevoir|etre (?:\\w+ )?${CALLED})`,
    '\\boppos(?:er|ition)\\b|desabonn|desinscri|unsubscri|opt.?out',
    '\\b(?:refuser|arreter|cesser|bloquer|stop) (?:\\w+ ){0,2}(?:appels?|sollicitations?|messages?|calls?|calling)\\b',
    '\\bretir(?:er|e)e? (?:de|du) (?:\\w+ )?(?:listes?|fichiers?)\\b',
    '\\b(?:no longer|not) (?:w\\w+ to )?(?:receive|be (?:called|contacted))\\b',
  ].join('|'),
);
/** Words by which it says what something else is for. */
const FOR_SOMETHING = /\b(?:pour|afin|si|to|for|if)\b/;

const DIGITS = 'zero|deux|trois|quatre|cinq|six|sept|huit|neuf|two|three|four|five|seven|eight|nine';
const KEY = new RegExp(
  '\\b(?:tape[rz]|appuye[rz]|presse[rz]|compose[rz]|faites|touche|press|hit)' +
    '(?: (?:sur|la|le|the|touche|chiffre|key|number))*' +
    ` (?:\\d(?![ .-]?\\d)|[*#]|(?:${DIGITS}|etoile|diese|star|pound|hash)\\b|(?:un|one)$)`,
);
/** A telephone number as it is written for a voice: international, or from France. */
const NUMBER = /(?:\+|\b0)\d?(?:[ .-]?\d){7,14}(?!\d)/g;
const SHORT_NUMBER = /\b(?:appele[rz]|compose[rz]|faites|call|dial)\b\D{0,20}\b(\d{4})(?![ .-]?\d)/;

const e164Of = (written: string): string => {
  const digits = written.replaceAll(/[ .-]/g, '').replace(/^00/, '+');
  return digits.startsWith('0') ? `+33${digits.slice(1)}` : digits;
};

/** What a voice names to press or to call. */
interface Named {
  /** The number to call; absent: a key. */
  readonly number?: string;
}

const namedIn = (words: string): readonly Named[] => {
  const numbers = (words.match(NUMBER) ?? []).map((number) => ({ number: e164Of(number) }));
  const short = SHORT_NUMBER.exec(words)?.[1];
  return [...numbers, ...(short === undefined ? [] : [{ number: short }]), ...(KEY.test(words) ? [{}] : [])];
};

/** The text asks its listener to press a key, whatever for. */
export const namesKey = (text: string): boolean =>
  clausesOf(text).some(({ named }) => named.some(({ number }) => number === undefined));

/** A stretch of speech between two short pauses, and the number of its sentence. */
interface Clause {
  readonly sentence: number;
  readonly words: string;
  readonly named: readonly Named[];
}

/** Space and marks are read from their first character alone: however many there are, they are read once. */
const clausesOf = (text: string): readonly Clause[] =>
  fold(text)
    .split(/(?<=[.!?])\s+/)
    .flatMap((sentence, index) =>
      sentence
        .split(/(?<!\s)\s*[,;:]\s+|(?<!\s)\s+(?:et|ou|and|or)\s+|(?<![.!?])[.!?]+$/)
        .filter((words) => words !== '')
        .map((words) => ({ sentence: index, words, named: namedIn(words) })),
    );

/**
 * Whether a clause says how to stop: it says so, or follows one that does, in its sentence or in the one before where
 * that names no means; and nothing between says that it is for something else.
 */
const saysHowToStop = (clauses: readonly Clause[], index: number, of = clauses[index]?.sentence ?? 0): boolean => {
  const clause = clauses[index];
  if (clause === undefined || clause.sentence < of - 1) return false;
  if (clause.sentence < of && clause.named.length > 0) return false;
  if (STOPPING.test(clause.words)) return true;
  return !FOR_SOMETHING.test(clause.words) && saysHowToStop(clauses, index - 1, of);
};

const meansOf = ({ number }: Named, route: CallRoute): Means =>
  number === undefined
    ? { target: '', isOurs: route.acceptsKeyPress }
    : { target: number, isOurs: number === route.oppositionNumber };

/** The keys and numbers by which a spoken text says that one can stop the next call. */
export const spokenMeans = (text: string, route: CallRoute): readonly Means[] => {
  const clauses = clausesOf(text);
  return clauses.flatMap(({ named }, index) =>
    named.length > 0 && saysHowToStop(clauses, index) ? named.map((each) => meansOf(each, route)) : [],
  );
};

/** No cost beyond that of a normal call: short numbers in 10, 30 and 31, and all that bear no surcharge. */
export const isFreeToCall = ({ target }: Means): boolean =>
  target === '' || (target.startsWith('+') ? isFreeOfSurcharge(target) : /^(?:10|30|31)\d\d$/.test(target));
