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

/** Line and column of an offset, from 1; a column counts characters. */
export const positionAt = (source: string, offset: number): { readonly line: number; readonly column: number } => {
  const lines = source.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
};

/** The fault of what begins at this offset of a part. */
export const contentFault = (part: string, source: string, offset: number, trouble: Trouble): ContentFault => ({
  part,
  ...positionAt(source, offset),
  trouble,
});
