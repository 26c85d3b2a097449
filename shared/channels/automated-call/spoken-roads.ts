import { isFreeOfSurcharge } from '#shared/domain/message/surcharge.ts';
import type { Road } from '../content/foreign-roads.ts';
import { fold } from '../sms/render-sms.ts';

/** What whoever is called can say stop by, on calls that show this number (D19). */
export interface CallRoute {
  readonly hearsKeys: boolean;
  /** Where an opposition is heard by telephone: E.164, or a short number. */
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

interface Means {
  /** The number to call; absent: a key. */
  readonly number?: string;
}

const meansIn = (words: string): readonly Means[] => {
  const numbers = (words.match(NUMBER) ?? []).map((number) => ({ number: e164Of(number) }));
  const short = SHORT_NUMBER.exec(words)?.[1];
  return [...numbers, ...(short === undefined ? [] : [{ number: short }]), ...(KEY.test(words) ? [{}] : [])];
};

/** A stretch of speech between two short pauses, and the number of its sentence. */
interface Clause {
  readonly sentence: number;
  readonly words: string;
  readonly means: readonly Means[];
}

const clausesOf = (text: string): readonly Clause[] =>
  fold(text)
    .split(/(?<=[.!?])\s+/)
    .flatMap((sentence, index) =>
      sentence
        .split(/\s*[,;:]\s+|\s+(?:et|ou|and|or)\s+|[.!?]+$/)
        .filter((words) => words !== '')
        .map((words) => ({ sentence: index, words, means: meansIn(words) })),
    );

/**
 * Whether a clause tells how to stop: it says so, or follows one that does, in its sentence or in the one before where
 * that names no means; and nothing between says that it is for something else.
 */
const tellsHowToStop = (clauses: readonly Clause[], index: number, of = clauses[index]?.sentence ?? 0): boolean => {
  const clause = clauses[index];
  if (clause === undefined || clause.sentence < of - 1) return false;
  if (clause.sentence < of && clause.means.length > 0) return false;
  if (STOPPING.test(clause.words)) return true;
  return !FOR_SOMETHING.test(clause.words) && tellsHowToStop(clauses, index - 1, of);
};

const roadOf = ({ number }: Means, route: CallRoute): Road =>
  number === undefined
    ? { place: '', isOurs: route.hearsKeys }
    : { place: number, isOurs: number === route.oppositionNumber };

/** The keys and numbers by which a spoken text says that one can stop the next call. */
export const spokenRoads = (text: string, route: CallRoute): readonly Road[] => {
  const clauses = clausesOf(text);
  return clauses.flatMap(({ means }, index) =>
    means.length > 0 && tellsHowToStop(clauses, index) ? means.map((each) => roadOf(each, route)) : [],
  );
};

/** No cost beyond that of a normal call: short numbers in 10, 30 and 31, and all that bear no surcharge. */
export const isFreeToCall = ({ place }: Road): boolean =>
  place === '' || (place.startsWith('+') ? isFreeOfSurcharge(place) : /^(?:10|30|31)\d\d$/.test(place));
