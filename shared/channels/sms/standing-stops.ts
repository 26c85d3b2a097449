import { hasPrice } from '#shared/domain/message/surcharge.ts';
import { lastStop, type StopInstruction, stopInstructionsIn } from '#shared/domain/opposition/stop-instruction.ts';
import { isDeniedBetween } from '../content/denied.ts';
import { fold } from '../content/fold.ts';

/** Where a sentence ends; the point of a number ends none. */
const END = /[.!?;](?=\s|$)|\n/;
const sentenceBefore = (text: string, at: number): string => fold(text.slice(0, at).split(END).at(-1) ?? '');
const sentenceAfter = (text: string, at: number): string => fold(text.slice(at).split(END)[0] ?? '');

/** What is said around these offsets of a text says that one shall not send what is between them, or sends it in vain. */
export const isDenied = (text: string, { start, end }: Pick<StopInstruction, 'start' | 'end'>): boolean =>
  isDeniedBetween(sentenceBefore(text, start), sentenceAfter(text, end));

/** The instructions of a text that nothing denies: "ne répondez pas STOP 36123" and "STOP 36123 ne marche plus" are none. */
export const undeniedStopsIn = (text: string): readonly StopInstruction[] =>
  stopInstructionsIn(text).filter((each) => !isDenied(text, each));

/** The sentence after that of an instruction speaks of it: "STOP 36123. Ce service est facturé 0,50 €". */
const SPEAKS_OF_IT = /^\s*(?:ce(?:t|tte|la)?\b|c.est|service|sms|cout|prix|tarif|envoi|this|it\b|cost|price)/;
const wordsOfPrice = (text: string, { end }: StopInstruction): readonly string[] => {
  const [own = '', next = ''] = text.slice(end).split(END);
  const folded = [fold(own), fold(next)] as const;
  return SPEAKS_OF_IT.test(folded[1]) ? folded : [folded[0]];
};
/** What a text says behind one of its instructions gives it a price. */
export const hasPricedStop = (text: string): boolean =>
  stopInstructionsIn(text).some((each) => wordsOfPrice(text, each).some(hasPrice));

/** An article or a thing before it: the word is a noun of its sentence, "au STOP 36123 mètres plus loin". */
const IS_A_NOUN =
  /(?<![\p{L}\p{N}])(?:le|la|du|au|aux|un|une|ce|les|des|the|an?|bus|der|die|das|ein|el|il|het)\s+["«“]?\s*$/u;

/** The instruction with which a text ends, where it is one by itself: nothing denies it, and it is no noun of a sentence. */
export const standingStop = (text: string): StopInstruction | undefined => {
  const last = lastStop(text);
  return last === undefined || isDenied(text, last) || IS_A_NOUN.test(sentenceBefore(text, last.start))
    ? undefined
    : last;
};

/** The text ends with STOP and this code, as an instruction by itself. */
export const endsWithStop = (text: string, replyCode: string): boolean => standingStop(text)?.code === replyCode;

/** The text names an instruction that is denied, or ends with one that is none by itself. */
export const namesStopInVain = (text: string): boolean =>
  stopInstructionsIn(text).some((each) => isDenied(text, each)) ||
  (lastStop(text) !== undefined && standingStop(text) === undefined);
