import type { SentHoles, SentPart, SentVariant } from '#shared/domain/message/sent-variant.ts';
import { type Draft, isMarked, type Marked, type Piece, piecesOf, textOf } from './marked.ts';

/** A message in two: what is the same for every reader of this wording, and what is of this one. */
export interface SplitMessage {
  readonly variant: SentVariant;
  readonly holes: SentHoles;
}

/** A hole has one name for each text: the same field may be written in two ways, as in HTML and in a subject. */
const nameIn = (holes: Map<string, string>, { hole = '', text }: Piece): string => {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? hole : `${hole}#${number}`;
    const known = holes.get(name);
    if (known !== undefined && known !== text) continue;
    holes.set(name, text);
    return name;
  }
};

/** Words that follow each other are one piece, so that how they were put together does not make two variants. */
const textPart = (text: string | Marked, holes: Map<string, string>): SentPart => {
  const pieces: (string | { readonly hole: string })[] = [];
  let words = '';
  for (const piece of piecesOf(text)) {
    if (piece.hole === undefined) words += piece.text;
    else {
      if (words !== '') pieces.push(words);
      words = '';
      pieces.push({ hole: nameIn(holes, piece) });
    }
  }
  return { pieces: words === '' ? pieces : [...pieces, words] };
};

/** Writes one text of a value, of which `path` says where it is. */
type Write = (text: string | Marked, path: string) => SentPart;

const partOf = (value: unknown, write: Write, path = ''): SentPart => {
  if (typeof value === 'string' || isMarked(value)) return write(value, path);
  const within = (name: string | number) => (path === '' ? `${name}` : `${path}/${name}`);
  if (Array.isArray(value)) return { list: value.map((each, index) => partOf(each, write, within(index))) };
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return { is: value };
  const given = Object.entries(Object(value)).filter(([, each]) => each !== undefined);
  return { fields: Object.fromEntries(given.map(([name, each]) => [name, partOf(each, write, within(name))])) };
};

/**
 * Splits a draft: filled again, it is what `plainOf` gives. Where many readers share what was written, at its marks; where it was written
 * for one reader, who may be named in any word of it, each whole text is a hole, under its path.
 */
export const splitDraft = <T>(draft: Draft<T>, writtenFor: 'many' | 'one' = 'many'): SplitMessage => {
  const holes = new Map<string, string>();
  const wholeText: Write = (text, path) => {
    holes.set(path, textOf(text));
    return { pieces: [{ hole: path }] };
  };
  const sent = partOf(draft, writtenFor === 'one' ? wholeText : (text) => textPart(text, holes));
  return { variant: { v: 1, sent }, holes: Object.fromEntries(holes) };
};
