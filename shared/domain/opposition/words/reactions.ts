import type { Reading } from './ours.ts';
import { phrasesIn, spaced } from './phrases.ts';
import { SIGNS, SIGNS_ALONE } from './stops.ts';

/** Marks of quotation that open and that close, the German ones first. */
const MARKS = [
  ['„', '“”'],
  ['«', '»'],
  ['“', '”'],
  ['"', '"'],
] as const;

interface Quoted {
  /** From the first mark that opens to the last one that closes, or to the end of what was cut. */
  readonly whole: string;
  /** Behind the first quotation: what lies between it and the next ones, and what these hold, but for quotations in a quotation. */
  readonly further: readonly string[];
  /** The same mark opens and closes: what lies between two looks like what these hold. */
  readonly isAlike: boolean;
}

/** Parts in a quotation and between two, in turn; a mark that opens and closes alike opens where none is open. */
const partsOf = (text: string, opens: string, closing: string): readonly string[] => {
  const parts = [''];
  let depth = 0;
  for (const mark of text) {
    const closes = closing.includes(mark) && depth > 0;
    const isEdge = closes ? depth === 1 : mark === opens && depth === 0;
    if (closes) depth -= 1;
    else if (mark === opens) depth += 1;
    if (isEdge) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${mark}`);
  }
  return parts;
};

const quotationIn = (text: string): Quoted | undefined => {
  const marks = MARKS.find(([opens]) => text.includes(opens));
  if (marks === undefined) return undefined;
  const [opens, closing] = marks;
  const start = text.indexOf(opens);
  const end = Math.max(...[...closing].map((closes) => text.lastIndexOf(closes)));
  const whole = text.slice(start, end > start ? end + 1 : undefined);
  return { whole, further: partsOf(whole, opens, closing).slice(2), isAlike: closing.includes(opens) };
};

/** More words than these in quotation marks are a message. */
const WORDS_OF_A_STOP = 3;

/**
 * A refusal between two quotations, or in one of its own right behind another: of the one who touched the message. One that names a code is of
 * what is quoted, and what a word joins to the one before is a label ("un « J’aime » de « … »").
 */
const refusesBeside = ({ further, isAlike }: Quoted, { fold, refuses }: Reading): boolean =>
  further.some((part, at) => {
    if (!refuses(part) || /\d/.test(part)) return false;
    if (at % 2 === 0) return !isAlike;
    return fold(further[at - 1] ?? '') === '' && fold(part).split(' ').length <= WORDS_OF_A_STOP;
  });

/** A refusal between two quotations that may be of our text, which has such marks or names its code: a human says which. */
const mayRefuseBeside = ({ further }: Quoted, { refuses }: Reading): boolean =>
  further.some((part, at) => at % 2 === 0 && refuses(part));

/**
 * What telephones write beside the message that their owner touched: of iOS and of Android, in six languages, as `foldReply` leaves it. What is
 * taken back says nothing any more.
 */
const SAYS_NO_STOP = phrasesIn(`
  a aime, a adore, a ri de/a, a ete amuse/amusee par, a mis l accent sur, a mis en avant, a insiste sur, a souligne, a pose une question sur, a interroge, a remis en question, a reagi par/avec a, a reagi a
  liked, loved, laughed at, emphasized, emphasised, questioned, reacted to, reacted with to
  gefallt, gefiel, mag, mochte, liebt, hat markiert, hat geliebt, hat gelacht uber, hat hervorgehoben, hat hinterfragt, hat betont, lachte uber, reagierte mit auf, reagierte auf, hat mit auf reagiert, hat auf reagiert
  le gusto, le encanto, le ha gustado, le dio risa, se rio de, enfatizo, destaco, cuestiono, reacciono con a, reacciono a
  ha messo [un] [mi] [piace/cuore] [a], piace, ha adorato, ha riso per/di, ha enfatizzato, ha messo in dubbio, ha reagito con a, ha reagito a
  vond leuk/geweldig/grappig, leuk gevonden, heeft gelachen om, lachte om, benadrukte, stelde een vraag bij, reageerde met op, reageerde op`);
const TAKEN_BACK = phrasesIn(`
  a supprime/retire/enleve un/une/sa/son/le/la .. de/a/du, a supprime/retire/enleve un/une, removed a/an/their .. from, removed a/an
  quito/elimino un/una/su .. de, quito/elimino un/una, ha rimosso un/il/la .. da/a, ha rimosso un/il/la, hat .. entfernt, heeft .. verwijderd`);
/** Beside a sign. */
const TO = phrasesIn('a, to, an, zu, auf, aan, op');

const SAYS_NO = phrasesIn(`
  n a pas aime/adore, n aime pas, a deteste, disliked, hated
  gefallt nicht, gefallt mir nicht, mag nicht, mochte nicht, gefiel nicht, hat nicht gefallen
  no le gusto, no le ha gustado, no le gusta, no me gusta, non piace, non e piaciuto, non ha gradito, vond niet leuk, niet leuk gevonden`);

/** The same as a label, which is quoted beside the message. */
const LABELLED_NO = /\smit\W+gefällt mir nicht\W+markiert|^ha messo\W+non mi piace\W/iu;

const isWhole = (phrases: RegExp, words: string): boolean => new RegExp(`^${phrases.source} $`).test(spaced(words));

/**
 * That its owner touched a message, and what the telephone wrote of it. `undefined`: it is no such text, or they refuse beside it. `fold`: as {@link phrasesIn} reads words.
 */
export const reactionIn = (text: string, reading: Reading): 'no' | 'other' | undefined => {
  const { fold } = reading;
  const said = text.trim();
  const quoted = quotationIn(said);
  if (quoted === undefined) return undefined;
  if (refusesBeside(quoted, reading)) return undefined;
  const beside = said.replace(quoted.whole, ' ');
  const words = fold(beside);
  if (isWhole(SAYS_NO, words)) return 'no';
  if (isWhole(TAKEN_BACK, words)) return 'other';
  const isOfASign = isWhole(TO, words) && /\p{Extended_Pictographic}/u.test(beside);
  if (!isOfASign && !isWhole(SAYS_NO_STOP, words)) return undefined;
  const isNo = SIGNS.test(beside) || SIGNS_ALONE.test(beside) || LABELLED_NO.test(said);
  return isNo || mayRefuseBeside(quoted, reading) ? 'no' : 'other';
};
