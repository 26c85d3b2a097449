import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';

const DEFAULT_LIMIT = 25;

/** A position in a list, so that a caller treats it as the opaque text that it is. */
const cursorOf = (position: string): string => Buffer.from(position, 'utf8').toString('base64url');
const positionAt = (cursor: string): string => Buffer.from(cursor, 'base64url').toString('utf8');

/** A text that decodes to nothing, or to no text, is no cursor of ours: a store would refuse its position as a mistake. */
const isCursor = (text: string): boolean => text === cursorOf(positionAt(text));
const NO_CURSOR = 'a nextCursor that a page of this list answered';

/** Query parameters of every list. */
export const pageParameters = {
  limit: about(
    'How many items to answer, 1 to 100. Absent: 25. A page may hold fewer before the list ends.',
    z.optional(z.string().check(z.regex(/^([1-9]\d?|100)$/, 'a number from 1 to 100'))),
  ),
  cursor: about(
    'Where to go on: the nextCursor of the page before. Absent: the first page.',
    z.optional(
      z
        .string()
        .check(z.regex(/^[A-Za-z0-9_-]{1,600}$/, { error: NO_CURSOR, abort: true }), z.refine(isCursor, NO_CURSOR)),
    ),
  ),
};

/** Which page a query asks for. */
export const pageOf = (query: { limit?: string | undefined; cursor?: string | undefined }): PageAsked => ({
  limit: query.limit === undefined ? DEFAULT_LIMIT : Number(query.limit),
  ...(query.cursor === undefined ? {} : { after: positionAt(query.cursor) }),
});

/** A property of every answer that is one page of a list. */
export const nextCursor = about(
  'Give it as cursor to read the next page. Absent: this was the last page.',
  z.optional(z.string()),
);

/** The same, of a page. */
export const nextCursorOf = ({ next }: Page<unknown>): { readonly nextCursor?: string } =>
  next === undefined ? {} : { nextCursor: cursorOf(next) };
