import * as z from 'zod/mini';

/** What a merge field may be declared to hold. */
const FIELD_KINDS = ['name', 'date', 'time', 'amount', 'number', 'reference', 'place', 'link', 'item', 'text'] as const;
export const FieldKind = z.enum(FIELD_KINDS);
export type FieldKind = z.infer<typeof FieldKind>;

/** The most fields of which a version says what they hold. */
const MOST_FIELDS = 200;

/** What each merge field holds, by its name. */
export const FieldKinds = z
  .record(z.string().check(z.regex(/^[^/~\n\r]{1,100}$/)), FieldKind)
  .check(z.refine((kinds) => Object.keys(kinds).length <= MOST_FIELDS, `at most ${MOST_FIELDS} fields`));
export type FieldKinds = z.infer<typeof FieldKinds>;

/** Kinds whose values have no room for an offer: of a link, its page is looked at. */
const CLOSED: readonly FieldKind[] = ['name', 'date', 'time', 'amount', 'number', 'reference', 'place'];

/** The shape of such a value has no room for an offer, so that its words are not judged. */
export const isClosed = (kind: FieldKind): boolean => CLOSED.includes(kind);
