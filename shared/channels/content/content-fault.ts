import { type Failure, faultOfMissing, invalidRequest } from '#shared/domain/failure.ts';
import { type Bilingual, type Missing, missing } from '#shared/domain/missing.ts';

/** What is wrong, and what its author can do. */
export interface Trouble {
  readonly sentence: Bilingual;
  readonly remedy: Bilingual;
}

/** Why content cannot be sent as its author wrote it, and where: the line counts from 1 in that part. */
export interface ContentFault {
  readonly part: 'subject' | 'html' | 'text';
  readonly line: number;
  readonly trouble: Trouble;
}

const missingOf = ({ part, line, trouble: { sentence, remedy } }: ContentFault): Missing =>
  missing(`/${part}`, { fr: `Ligne ${line} : ${sentence.fr}`, en: `Line ${line}: ${sentence.en}` }, remedy);

/** The fault as `invalid-request`; its pointers are relative to the content, so a caller prefixes its own path. */
export const contentRefused = (fault: ContentFault): Failure => invalidRequest([faultOfMissing(missingOf(fault))]);

/** The line of an offset, from 1. */
export const lineAt = (source: string, offset: number): number => source.slice(0, offset).split(/\r\n|\r|\n/).length;
