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

/** Whether a part lies between two quotations, or is a short one right behind another: what a word joins to the one before is a label. */
const isBeside = ({ further }: Quoted, { fold }: Reading, at: number): boolean =>
  at % 2 === 0 || (fold(further[at - 1] ?? '') === '' && fold(further[at] ?? '').split(' ').length <= WORDS_OF_A_STOP);

/** A refusal beside a quotation: of the one who touched the message, but for one that {@link mayRefuseBeside}. */
const refusesBeside = (quoted: Quoted, reading: Reading): boolean =>
  quoted.further.some((part, at) => {
    if (!isBeside(quoted, reading, at) || !reading.refuses(part)) return false;
    const isBetween = at % 2 === 0;
    return /\d/.test(part) ? !isBetween && !quoted.isAlike : !(isBetween && quoted.isAlike);
  });

/** One that may be of our text, which has such marks or names its code: a human says which. */
const mayRefuseBeside = (quoted: Quoted, reading: Reading): boolean =>
  quoted.further.some((part, at) => isBeside(quoted, reading, at) && reading.refuses(part));

/**
 * What telephones write beside the message that their owner touched: of iOS and of Android, in six languages, as `foldReply` leaves it. What is
 * taken back says nothing any more.
 */
const SAYS_NO_STOP = phrasesIn(`
  a aime, a adore, a ri de/a, a ete amuse/amusee par, a mis l accent sur, a mis en avant, a insiste sur, a souligne, a pose une question sur, a interroge, a remis en question, a reagi par/avec a [votre/ton/ce] [message/sms], a reagi [avec] [un/une] [autocollant/coeur/pouce/emoji] a/sur [votre/ton/ce] [message/sms], reaction [par/avec] a, a ajoute/mis/envoye/laisse un/une/le/son [reaction/autocollant/coeur/emoji] a/sur
  liked, loved, laughed at, emphasized, emphasised, questioned, reacted [with] to [your/this] [message/text], added/sent a/an [reaction/heart/sticker/emoji] to
  gefallt, gefiel, mag, mochte, liebt, hat markiert, hat geliebt, hat gelacht uber, hat hervorgehoben, hat hinterfragt, hat betont, lachte uber, reagierte mit auf, reagierte auf, hat mit auf reagiert, hat auf reagiert, hat [ein/eine] [herz/reaktion/sticker] zu hinzugefugt
  le gusto, le encanto, le ha gustado, le dio risa, se rio de, enfatizo, destaco, cuestiono, reacciono [con] a, ha reaccionado [con] a, anadio/agrego un/una [corazon/reaccion] a, ha anadido/agregado un/una [corazon/reaccion] a
  ha messo [un] [mi] [piace/cuore] [a], piace, ha adorato, ha riso per/di, ha enfatizzato, ha messo in dubbio, ha reagito [con] a, ha aggiunto un/una [cuore/reazione] a
  vond leuk/geweldig/grappig, leuk gevonden, heeft gelachen om, lachte om, benadrukte, stelde een vraag bij, reageerde [met] op, heeft [met] gereageerd [met] op, heeft [met] op gereageerd, heeft [een] [hart/reactie] toegevoegd aan, heeft [een] [hart/reactie] aan toegevoegd`);
const TAKEN_BACK = phrasesIn(`
  a supprime/retire/enleve/annule/ote un/une/sa/son/le/la .. de/a/du/sur, a supprime/retire/enleve/annule/ote un/une/sa/son/le/la, a supprime/retire/enleve/annule/ote de/du/sur, removed a/an/their .. from, removed a/an/their [from], removed from
  quito/elimino un/una/su .. de, quito/elimino un/una/su [de], quito/elimino de, ha rimosso un/il/la .. da/a, ha rimosso un/il/la [da], ha rimosso da, hat .. entfernt, heeft .. verwijderd`);
/** A sign, flags and keys among them: some of them are letters where they are folded. */
const SIGN = /[\d#*]\ufe0f?\u20e3|[\p{Extended_Pictographic}\p{Regional_Indicator}]/gu;
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
  const words = fold(beside.replace(SIGN, ' '));
  if (isWhole(SAYS_NO, words)) return 'no';
  const isTakenBack = isWhole(TAKEN_BACK, words);
  const isOfASign = isWhole(TO, words) && beside.search(SIGN) >= 0;
  if (!isTakenBack && !isOfASign && !isWhole(SAYS_NO_STOP, words)) return undefined;
  const isNo = !isTakenBack && (SIGNS.test(beside) || SIGNS_ALONE.test(beside) || LABELLED_NO.test(said));
  return isNo || mayRefuseBeside(quoted, reading) ? 'no' : 'other';
};
