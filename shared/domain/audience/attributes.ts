import * as z from 'zod/mini';
import { named } from '../about.ts';
import { line } from '../text.ts';

/** The name of an attribute: lower-case letters, digits and hyphens, a letter first, 1 to 40 characters. */
export const AttributeName = z
  .string()
  .check(
    z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, a letter first, at most 40 characters'),
  );

/** What an attribute says, on one line. */
export const AttributeValue = line(200);

/** Attributes that one contact may have. */
export const MOST_ATTRIBUTES = 50;

/** Words of the advertiser's own about a contact: no rule of law reads them. Names to values, at most 50. */
export const Attributes = named('Attributes', z.record(AttributeName, AttributeValue));
export type Attributes = z.infer<typeof Attributes>;

/** A change of attributes (RFC 7396): a value replaces, null removes, what is not named stays. */
export const AttributesPatch = named(
  'AttributesPatch',
  z
    .record(AttributeName, z.nullable(AttributeValue))
    .check(z.refine((patch) => Object.keys(patch).length <= 2 * MOST_ATTRIBUTES, 'at most 100 attributes at once')),
);
export type AttributesPatch = z.infer<typeof AttributesPatch>;
