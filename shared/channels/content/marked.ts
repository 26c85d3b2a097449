import { escapeHtml } from './escape.ts';

/** A piece of a text: with a name where it is of one reader alone, and another reader's text has something else there. */
export interface Piece {
  readonly text: string;
  readonly hole?: string | undefined;
}

/** A text of which it is known which parts are of one reader: its pieces, one after the other. */
export interface Marked {
  readonly pieces: readonly Piece[];
}

/** An outgoing message whose texts may be marked. */
export type Draft<T> = T extends string
  ? string | Marked
  : T extends readonly (infer Each)[]
    ? readonly Draft<Each>[]
    : T extends object
      ? { readonly [Name in keyof T]: Draft<T[Name]> }
      : T;

/** What is of one reader, under its name. */
export const hole = (name: string, text: string): Marked => ({ pieces: [{ text, hole: name }] });

export const isMarked = (value: unknown): value is Marked =>
  typeof value === 'object' && value !== null && Array.isArray((value as Partial<Marked>).pieces);

export const piecesOf = (text: string | Marked): readonly Piece[] =>
  typeof text === 'string' ? [{ text }] : text.pieces;

/** One after the other. */
export const joined = (...texts: readonly (string | Marked)[]): Marked => ({ pieces: texts.flatMap(piecesOf) });

/** As it is read. */
export const textOf = (text: string | Marked): string =>
  typeof text === 'string' ? text : text.pieces.map((piece) => piece.text).join('');

/** The whole draft as it is handed over: what is not given stays away. */
export const plainOf = <T>(draft: Draft<T>): T => {
  if (isMarked(draft)) return textOf(draft) as T;
  if (Array.isArray(draft)) return draft.map((each) => plainOf(each)) as T;
  if (typeof draft !== 'object' || draft === null) return draft as T;
  return Object.fromEntries(Object.entries(draft).map(([name, each]) => [name, plainOf(each as Draft<unknown>)])) as T;
};

/** Each piece by itself: for what writes every character by itself. */
export const eachPiece = (marked: Marked, write: (text: string) => string): Marked => ({
  pieces: marked.pieces.map((piece) => ({ ...piece, text: write(piece.text) })),
});

/** The same as HTML text or a quoted attribute. */
export const escaped = (text: string | Marked): Marked => eachPiece(joined(text), escapeHtml);

/** From one offset to another; a hole without a text is in what begins at it. */
export const cut = (marked: Marked, start: number, end = Number.POSITIVE_INFINITY): Marked => {
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of marked.pieces) {
    const text = piece.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    const isHere = at >= start && at < end;
    if (text !== '' || (piece.text === '' && isHere)) pieces.push({ ...piece, text });
    at += piece.text.length;
  }
  return { pieces };
};

/** Without the white space at its ends; a hole that held no more than that stays, empty. */
const trimmedAt = (marked: Marked, { start, end }: { readonly start: number; readonly end: number }): Marked => {
  let at = 0;
  return {
    pieces: marked.pieces.map((piece) => {
      const text = piece.text.slice(Math.max(0, start - at), Math.max(0, end - at));
      at += piece.text.length;
      return { ...piece, text };
    }),
  };
};

/** Without the white space before and after it, as `String.prototype.trim`. */
export const trimmed = (marked: Marked): Marked => {
  const text = textOf(marked);
  return trimmedAt(marked, { start: text.length - text.trimStart().length, end: text.trimEnd().length });
};

/** Without the white space after it. */
export const trimmedEnd = (marked: Marked): Marked =>
  trimmedAt(marked, { start: 0, end: textOf(marked).trimEnd().length });

/** Each run of white space as one space, none at the ends. */
export const collapsed = (marked: Marked): Marked => {
  let isAfterSpace = true;
  const pieces = marked.pieces.map((piece) => {
    const spaced = piece.text.replaceAll(/\s+/g, ' ');
    const text = isAfterSpace && spaced.startsWith(' ') ? spaced.slice(1) : spaced;
    if (spaced !== '') isAfterSpace = spaced.endsWith(' ');
    return { ...piece, text };
  });
  return trimmedEnd({ pieces });
};

/** Ends a value for a moment, where sentences that are written in words of ours take it: no name and no line holds it. */
const END = '\u0001';

/** A sentence around a value of one reader, from what writes it. */
export const around = (name: string, value: string, write: (value: string) => string): Marked => {
  const [before = '', after, ...more] = write(value + END).split(END);
  const isOnce = after !== undefined && more.length === 0 && before.endsWith(value);
  if (!isOnce || before + after !== write(value)) return withHoles(joined(write(value)), name, value);
  return joined(before.slice(0, before.length - value.length), hole(name, value), after);
};

/** A personal link: what is of its reader is what follows the last `/`. */
export const markedLink = (url: string): Marked => {
  const start = url.lastIndexOf('/') + 1;
  return joined(url.slice(0, start), hole('token', url.slice(start)));
};

/** The same text with each place of `value` in its words as a hole: for a value that our own words hold. */
export const withHoles = (marked: Marked, name: string, value: string): Marked => ({
  pieces: marked.pieces.flatMap((piece) => {
    if (piece.hole !== undefined || value === '') return [piece];
    const [first = '', ...rest] = piece.text.split(value);
    return [{ text: first }, ...rest.flatMap((text) => [{ text: value, hole: name }, { text }])];
  }),
});
