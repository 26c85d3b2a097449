import { type Failure, invalidRequest } from '#shared/domain/failure.ts';

/** Why content cannot be sent as its author wrote it, and where: the line counts from 1 in that part. */
export interface ContentFault {
  readonly part: 'subject' | 'html' | 'text';
  readonly line: number;
  readonly detail: string;
}

/** The fault as `invalid-request`; its pointer is relative to the content, so a caller prefixes its own path. */
export const contentRefused = ({ part, line, detail }: ContentFault): Failure =>
  invalidRequest([{ pointer: `/${part}`, detail: `line ${line}: ${detail}` }]);

/** The line of an offset, from 1. */
export const lineAt = (source: string, offset: number): number => source.slice(0, offset).split(/\r\n|\r|\n/).length;
