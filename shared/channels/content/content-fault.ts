import { type Failure, faultOfMissing, invalidRequest } from '#shared/domain/failure.ts';
import { type Bilingual, type Missing, missing } from '#shared/domain/missing.ts';

/** What is wrong, and what its author can do. */
export interface Trouble {
  readonly sentence: Bilingual;
  readonly remedy: Bilingual;
}

/** Why content cannot be sent as its author wrote it, and where: line and column count from 1 in that part. */
export interface ContentFault {
  readonly part: string;
  readonly line: number;
  readonly column?: number | undefined;
  readonly trouble: Trouble;
}

const positionOf = ({ line, column }: ContentFault): Bilingual =>
  column === undefined
    ? { fr: `Ligne ${line}`, en: `Line ${line}` }
    : { fr: `Ligne ${line}, colonne ${column}`, en: `Line ${line}, column ${column}` };

/** The fault as something that is missing; its pointers are relative to the content. */
export const missingOf = (fault: ContentFault): Missing => {
  const { sentence, remedy } = fault.trouble;
  const at = positionOf(fault);
  return missing(`/${fault.part}`, { fr: `${at.fr} : ${sentence.fr}`, en: `${at.en}: ${sentence.en}` }, remedy);
};

/** The fault as `invalid-request`; its pointers are relative to the content, so a caller prefixes its own path. */
export const contentRefused = (fault: ContentFault): Failure => invalidRequest([faultOfMissing(missingOf(fault))]);

/** The line of an offset, from 1. */
export const lineAt = (source: string, offset: number): number => source.slice(0, offset).split(/\r\n|\r|\n/).length;

/** A position in a source: line and column from 1; a column counts characters. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** The position at `to`, from the position at `from`: CR LF ends one line, and two halves of a surrogate pair are one character. */
const positionAfter = (position: Position, source: string, from: number, to: number): Position => {
  let { line, column } = position;
  for (let index = from; index < Math.min(to, source.length); index += 1) {
    const [code, before] = [source.charCodeAt(index), source.charCodeAt(index - 1)];
    if (code === LF && before === CR) continue;
    if (code === LF || code === CR) [line, column] = [line + 1, 1];
    else if (!(isLowHalf(code) && isHighHalf(before))) column += 1;
  }
  return { line, column };
};
const [LF, CR] = [10, 13];
const isHighHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLowHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Characters between two positions that are kept. */
const STRIDE = 512;

/** Where the offsets of a source are. A source is read once, however many are asked for and in whatever order. */
export const positionsIn = (source: string): ((offset: number) => Position) => {
  const kept: Position[] = [{ line: 1, column: 1 }];
  return (offset) => {
    const wanted = Math.floor(offset / STRIDE);
    let last = kept[kept.length - 1] ?? { line: 1, column: 1 };
    for (let next = kept.length; next <= wanted; next += 1) {
      last = positionAfter(last, source, (next - 1) * STRIDE, next * STRIDE);
      kept.push(last);
    }
    return positionAfter(kept[wanted] ?? last, source, wanted * STRIDE, offset);
  };
};

/** The position of one offset. */
const positionAt = (source: string, offset: number): Position => positionsIn(source)(offset);

/** The fault of what begins at this offset of a part. */
export const contentFault = (part: string, source: string, offset: number, trouble: Trouble): ContentFault => ({
  part,
  ...positionAt(source, offset),
  trouble,
});
