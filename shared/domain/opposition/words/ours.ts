import { stopInstructionsIn } from '../stop-instruction.ts';
import { spaced } from './phrases.ts';
import { consentsAlone, speaksOfOneself, speaksToSomebody, wantsSomething } from './wants.ts';

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

/** What a person says, and whose words it may be. */
interface OwnWords {
  readonly words: string;
  /** Nobody knows whether `words` hold a text of ours: what is said beside it. */
  readonly beside?: string;
}

/**
 * The words of a person, without a text of ours that they quote: one that names STOP and a code behind other words, in quotation marks, or behind a
 * name at the beginning of a line. It is left out only where the rest is an answer to an offer, or consents to what is quoted and refuses
 * nothing, and where nothing that would be left out may be the person's own: to name the code is to say STOP, and a signature says nothing else.
 */
export const withoutOurs = (text: string, { fold, refuses }: Reading): OwnWords => {
  const [instruction] = stopInstructionsIn(text);
  if (instruction === undefined) return { words: text };
  const quotation = quotationAround(text, instruction);
  const ours = quotation ?? namedBefore(text, instruction);
  if (ours === undefined) return { words: text };
  const isQuoted = quotation !== undefined;
  const said = text.slice(ours.start, instruction.start);
  const words = fold(said.replace(NAMES, ' '));
  if (words.split(' ').length < WORDS_OF_OURS) return { words: text };
  const isOwn = speaksOfOneself(spaced(words));
  if (isOwn && !isQuoted) return { words: text };
  const beside = `${text.slice(0, ours.start)}\n${text.slice(ours.end)}`;
  const left = spaced(fold(beside));
  const isAnswer = wantsSomething(left) && (isQuoted || !(refuses(said) || speaksToSomebody(spaced(words))));
  const isConsent = isQuoted && consentsAlone(left) && !refuses(said);
  return !isOwn && (isAnswer || isConsent) ? { words: beside } : { words: text, beside };
};
