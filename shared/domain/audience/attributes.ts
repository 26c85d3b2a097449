import * as z from 'zod/mini';
import { about, named } from '../about.ts';
import { invalidRequest } from '../failure.ts';
import { line } from '../text/text.ts';

/** The name of an attribute: lower-case letters, digits and hyphens, a letter first, 1 to 40 characters. */
export const AttributeName = z
  .string()
  .check(
    z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, a letter first, at most 40 characters'),
  );

/** A setting of an advertiser: what it selects contacts by. */
export const audienceLabels = about(
  'The attributes of contacts that are also kept without encryption, at most {max}, so that campaigns can select by them. Of contacts whose attributes were stored before, a label that is new here counts once they are put again or the operator rebuilds the index: see warnings. Absent: none.',
  z.optional(z.array(AttributeName).check(z.maxLength(10))),
);

/** What an attribute says, on one line. */
export const AttributeValue = line(200);

/** Attributes that one contact may have. */
const MOST_ATTRIBUTES = 50;

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

/**
 * The attributes once a change is made. Throws `invalid-request` where a contact would have more than 50 of them.
 */
export const changedAttributes = (known: Attributes, patch: AttributesPatch): Attributes => {
  const kept = Object.entries({ ...known, ...patch }).filter((entry): entry is [string, string] => entry[1] !== null);
  if (kept.length > MOST_ATTRIBUTES)
    throw invalidRequest([{ pointer: '/attributes', detail: 'more than 50 attributes with those that are kept' }]);
  return Object.fromEntries(kept);
};

/** One of the forms in which Unicode writes the same text: labels are compared in it. */
export const labelValue = (value: string): string => value.normalize('NFC');

/** Those of the attributes that have one of these names, as labels: an accent that was written as a character of its own is the same. */
export const attributesNamed = (attributes: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => (names.includes(name) ? [[name, labelValue(value)]] : [])),
  );
