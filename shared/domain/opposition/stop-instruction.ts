/**
 * The form of the instruction of a text: STOP and the code or number that receives it, as people write it. What is rendered,
 * verified, refused at the door and quoted in a reply all read it here; whether a text denies it or puts a price on it is read
 * by `standing-stops.ts`.
 */

/** Not behind a verb of saying "no": "ne dites plus non STOP 36123" ends what comes before its instruction. */
export const NOT_SAID = String.raw`(?<!\bdi(?:s|t|tes|re)\s(?:(?:plus|pas|jamais)\s){0,2}(?=non\s))`;
/** "NON-STOP 36123", "non stop 75011" and "pit-stop 75011" are words of the language, and no instruction. */
export const NO_WORD_BEFORE = String.raw`(?<![\p{L}\p{N}])(?<![\p{L}\p{N}]\p{Pd})(?<!(?<![\p{L}\p{N}/])${NOT_SAID}non?[\s\p{Pd}]{1,3})`;
const TO = String.raw`(?:\s*(?:au(?:\s+(?:num[eé]ro|n°))?|[àa]|to|at|al|an|naar|=>|->|→|=|:))?`;
/** Figures together; or a short code, or a French number, in groups. */
const CODE = String.raw`((?:\+33|0033|0)[ .\u00a0\u202f-]?[1-9](?:[ .\u00a0\u202f-]?\d\d){4}|[3-8]\d[ .\u00a0\u202f]\d{3}|\+?\d{5,15})(?!\d)`;

/** What lies between the keyword and the code, and the code. */
export const TO_A_CODE = String.raw`(?:\s?[»"”’'])?(?:\s*(?:(?:par|by|via)\s+)?SMS)?${TO}\s*${CODE}`;

const INSTRUCTION = new RegExp(`${NO_WORD_BEFORE}STOP${TO_A_CODE}`, 'giu');

/** What may follow an instruction that is the last thing of its text. */
const ENDS = /^[\s.!)»"”’']*$/u;

/** An instruction in a text. */
export interface StopInstruction {
  /** The code or number, as a sender's `replyCode` is written. */
  readonly code: string;
  /** Offset of its STOP, and of what follows it, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A code or number in figures alone, a French number in E.164, as a sender's `replyCode` is written. `written`: with a prefix of any kind, in groups or not. */
export const codeOf = (written: string): string =>
  written.replaceAll(/[^\d+]/g, '').replace(/^(?:0033|(?:33|0)(?=[1-9]\d{8}$))/, '+33');

/** The instructions of a text, in their order. */
export const stopInstructionsIn = (text: string): readonly StopInstruction[] =>
  [...text.matchAll(INSTRUCTION)].map((found) => ({
    code: codeOf(found[1] ?? ''),
    start: found.index,
    end: found.index + found[0].length,
  }));

/** The codes and numbers to which a text says that one writes STOP, in their order. */
export const stopCodesIn = (text: string): readonly string[] => stopInstructionsIn(text).map(({ code }) => code);

/** The instruction with which a text ends, but for a point or a bracket; `undefined`: it ends otherwise. */
export const lastStop = (text: string): StopInstruction | undefined => {
  const last = stopInstructionsIn(text).at(-1);
  return last !== undefined && ENDS.test(text.slice(last.end)) ? last : undefined;
};
