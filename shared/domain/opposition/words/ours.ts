import { stopInstructionsIn } from '../stop-instruction.ts';
import { addsNothing } from './nothing-more.ts';

/** Words that precede an instruction which somebody else wrote, behind a mark of quotation or a name. */
const WORDS_OF_OURS = 3;

/** Who writes, at the beginning of a line: "MAISON VALMY : ", as each of our texts begins. */
const NAMES = /(?:^|\n)[> ]{0,8}[^\s:>][^\n:]{1,40}:\s/g;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** From the mark that opens it to the one that closes it, or to the end of the instruction where none does. */
const quotationAround = (text: string, { start, end }: Span): Span | undefined => {
  const marks = [...text.slice(0, start).matchAll(/[«“„»”"]/g)];
  const last = marks.at(-1);
  const opens =
    last !== undefined &&
    (last[0] === '"' ? marks.filter(([mark]) => mark === '"').length % 2 === 1 : /[«“„]/.test(last[0]));
  if (!opens) return undefined;
  const closes = text.slice(end).search(/[»”“"]/);
  return { start: last.index, end: closes < 0 ? end : end + closes + 1 };
};

/** From the line that says who writes. */
const namedBefore = (text: string, { start, end }: Span): Span | undefined => {
  const name = [...text.slice(0, start).matchAll(NAMES)].at(-1);
  return name && { start: name.index, end };
};

export interface Reading {
  readonly fold: (text: string) => string;
  /** Whether these words refuse. */
  readonly refuses: (text: string) => boolean;
}

/**
 * The words of a person, without a text of ours that they quote: one that names STOP and a code behind other words, in quotation marks, or behind a
 * name at the beginning of a line. Where nothing else is said, and where words without such marks may be the person's own refusal, nothing
 * is left out: to name the code is to say STOP.
 */
export const withoutOurs = (text: string, { fold, refuses }: Reading): string => {
  const [instruction] = stopInstructionsIn(text);
  if (instruction === undefined) return text;
  const quotation = quotationAround(text, instruction);
  const ours = quotation ?? namedBefore(text, instruction);
  if (ours === undefined) return text;
  const said = text.slice(ours.start, instruction.start);
  const words = fold(said.replace(NAMES, ' ')).split(' ');
  const rest = `${text.slice(0, ours.start)}\n${text.slice(ours.end)}`;
  const left = fold(rest).split(' ');
  const isSaid = quotation === undefined ? !left.every(addsNothing) && !refuses(said) : left.join('') !== '';
  return isSaid && words.length >= WORDS_OF_OURS ? rest : text;
};
