import * as fc from 'fast-check';
import { resolved, type Schema } from '../document.ts';
import { address, date, hostileValue } from './hostile.ts';

/** One leaf in this many is hostile where a value is made from its schema. */
const HOSTILE = 30;
const DEEPEST = 6;
const MOST_ITEMS = 4;

const IS_DATE = /date/;
const ADDRESS = '#/components/schemas/ContactAddress';

/** What ids of things that exist are in every world: a request that names none of them is refused before anything is read. */
const EXISTING: Readonly<Record<string, readonly string[]>> = {
  advertiserId: ['maison-valmy', 'maison-valmy', 'maison-valmy', 'maison-valmy-2'],
  formId: ['newsletter', 'checkout'],
  templateId: ['order-confirmation', 'winter-text'],
  version: ['3', '7', '1'],
  category: ['wine', 'orders'],
  offerCategory: ['wine', 'glassware'],
};

/** A property by its schema; one whose name is that of an id is, most often, one that exists. */
const property = (name: string, schema: Schema, depth: number): fc.Arbitrary<unknown> => {
  const ids = EXISTING[name];
  const made = fromSchema(schema, depth);
  if (ids === undefined || resolved(schema).type !== 'string') return made;
  return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: made });
};

const pieces = ['a', 'Z', '0', 'é', ' ', '-', '\n', '😀', '<', '{{prenom}}', '&'];

const text = ({ pattern, format, minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<string> => {
  if (format !== undefined && IS_DATE.test(format)) return date;
  if (format === 'uri')
    return fc.constantFrom('https://maison-valmy.example/x', 'https://a.example/?q=é', 'http://[::1]/');
  if (pattern !== undefined) {
    try {
      return fc.stringMatching(new RegExp(pattern), { size: 'small' }).filter((each) => each.length >= minLength);
    } catch {
      return fc.string();
    }
  }
  const free = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((each) => each.join(''));
  const sized = fc.constantFrom(minLength, Math.max(0, minLength - 1), maxLength, maxLength + 1);
  return fc.oneof(
    { weight: 5, arbitrary: free.map((each) => each.padEnd(minLength, 'n').slice(0, maxLength)) },
    { weight: 1, arbitrary: sized.map((size) => 'é'.repeat(Math.min(size, 100_000))) },
  );
};

const number = ({ minimum = -2, maximum = 10 }: Schema): fc.Arbitrary<number> =>
  fc.constantFrom(...new Set([minimum, minimum - 1, minimum + 1, maximum, maximum + 1, Math.max(minimum, 1), 0.5]));

const list = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
  const { items, minItems = 0, maxItems = MOST_ITEMS } = schema;
  const most = Math.max(minItems, Math.min(maxItems, depth > DEEPEST ? 0 : MOST_ITEMS));
  return fc.array(items === undefined ? fc.constant(null) : valid(items, depth + 1), {
    minLength: Math.min(minItems, most),
    maxLength: most,
  });
};

const record = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
  const { properties = {}, required = [], additionalProperties } = schema;
  const own = Object.entries(properties).filter(([name]) => depth <= DEEPEST || required.includes(name));
  const fields = Object.fromEntries(own.map(([name, each]) => [name, property(name, each, depth + 1)]));
  const named = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
  if (typeof additionalProperties !== 'object') return named;
  const others = fc.dictionary(
    fc.constantFrom('prenom', 'numero', 'x', 'a.b', 'constructor'),
    fromSchema(additionalProperties, depth + 1),
    { maxKeys: 3 },
  );
  return fc.tuple(named, others).map(([one, other]) => ({ ...one, ...other }));
};

const byType = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return number(schema);
    case 'boolean':
      return fc.boolean();
    case 'array':
      return list(schema, depth);
    case 'object':
      return record(schema, depth);
    default:
      return fc.constantFrom<unknown>(null, 'x', 1, {});
  }
};

const made = new Map<Schema, fc.Arbitrary<unknown>>();

/** Values that this schema takes, or nearly: lengths and numbers lie on both sides of their limits. */
const valid = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
  if (schema.$ref === ADDRESS) return address;
  const whole = resolved(schema);
  const known = depth === 0 ? made.get(whole) : undefined;
  if (known !== undefined) return known;
  const options = whole.anyOf ?? whole.oneOf;
  const arbitrary =
    whole.const !== undefined
      ? fc.constant(whole.const)
      : whole.enum !== undefined
        ? fc.constantFrom(...whole.enum)
        : options !== undefined
          ? fc.oneof(...options.map((option) => fromSchema(option, depth + 1)))
          : byType(whole, depth);
  if (depth === 0) made.set(whole, arbitrary);
  return arbitrary;
};

/** As the schema of the document says, with a hostile value here and there. */
export const fromSchema = (schema: Schema, depth = 0): fc.Arbitrary<unknown> =>
  depth === 0
    ? valid(schema, 0)
    : fc.oneof({ weight: HOSTILE, arbitrary: valid(schema, depth) }, { weight: 1, arbitrary: hostileValue });
