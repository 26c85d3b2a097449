import { lastStop, type StopInstruction, stopInstructionsIn } from '#shared/domain/opposition/stop-instruction.ts';
import { isDeniedBetween, mayBeDenied, saysInVain } from '../content/denied.ts';
import { fold } from '../content/fold.ts';

/** Where a sentence ends; the point of a number ends none. */
const END = /[.!?;](?=\s|$)|\n/;
/** A dash with a space around it ends what leads to an instruction: "vous aimez ou pas - STOP 36123". */
const END_BEFORE = /[.!?;](?=\s|$)|\n|\s[-–—]\s/;
/** What a text says before an offset, in the same sentence. */
export const sentenceBefore = (text: string, at: number): string =>
  fold(text.slice(0, at).split(END_BEFORE).at(-1) ?? '');
const sentencesAfter = (text: string, at: number): readonly [string, string] => {
  const [own = '', next = ''] = text.slice(at).split(END);
  return [fold(own), fold(next)];
};
/** The sentence after that of an instruction speaks of its number: "STOP 36123. Ce numéro n’est plus actif." */
const SPEAKS_OF_NUMBER =
  /^\s*(?:(?:ce|le) (?:numero|code|stop)|this (?:number|code)|diese nummer|este numero|questo numero|dit nummer)\b/;

/** What is said around these offsets of a text says that one shall not send what is between them, or sends it in vain. */
export const isDenied = (text: string, { start, end }: Pick<StopInstruction, 'start' | 'end'>): boolean => {
  const [own, next] = sentencesAfter(text, end);
  return isDeniedBetween(sentenceBefore(text, start), own) || (SPEAKS_OF_NUMBER.test(next) && saysInVain(next));
};
/** The same, or what comes before it can be read so: in a text of ours, one STOP too many costs little. */
const isDoubtful = (text: string, each: StopInstruction): boolean =>
  isDenied(text, each) || mayBeDenied(sentenceBefore(text, each.start));

/** The instructions of a text that nothing denies: "ne répondez pas STOP 36123" and "STOP 36123 ne marche plus" are none. */
export const undeniedStopsIn = (text: string): readonly StopInstruction[] =>
  stopInstructionsIn(text).filter((each) => !isDenied(text, each));

/** An article or a thing before it: the word is a noun of its sentence, "au STOP 36123 mètres plus loin". */
export const IS_A_NOUN =
  /(?<![\p{L}\p{N}])(?:le|la|du|au|aux|un|une|ce|les|des|the|an?|bus|der|die|das|ein|el|il|het)\s+["«“]?\s*$/u;

/** The instruction with which a text ends, where it is one by itself: nothing denies it, and it is no noun of a sentence. */
export const standingStop = (text: string): StopInstruction | undefined => {
  const last = lastStop(text);
  return last === undefined || isDoubtful(text, last) || IS_A_NOUN.test(sentenceBefore(text, last.start))
    ? undefined
    : last;
};

/** The text ends with STOP and this code, as an instruction by itself. */
export const endsWithStop = (text: string, replyCode: string): boolean => standingStop(text)?.code === replyCode;

/** The text names an instruction that is denied, or ends with one that is none by itself. */
export const namesStopInVain = (text: string): boolean =>
  stopInstructionsIn(text).some((each) => isDoubtful(text, each)) ||
  (lastStop(text) !== undefined && standingStop(text) === undefined);
