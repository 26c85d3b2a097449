import * as fc from 'fast-check';
import { OPERATIONS, type Operation, type Parameter } from '../document.ts';
import { type Edit, edits, type Filling, filling } from './edits.ts';
import { fromSchema } from './from-schema.ts';
import { TEXTS } from './hostile.ts';

/** What stands for a parameter: an id that the world knows, or a text. */
export type Value = { readonly known: number } | { readonly text: string };

type Body =
  | { readonly kind: 'none' }
  | { readonly kind: 'example'; readonly example: number; readonly by: Filling; readonly edits: readonly Edit[] }
  | { readonly kind: 'made'; readonly value: unknown; readonly edits: readonly Edit[] }
  | { readonly kind: 'raw'; readonly how: string; readonly by: Filling };

/** A request before the ids of a world are put into it: it is what shrinks. */
export interface Asked {
  readonly kind: 'api';
  readonly operationId: string;
  readonly caller: number;
  readonly path: Readonly<Record<string, Value>>;
  readonly query: Readonly<Record<string, Value>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly key: string;
  readonly binary: boolean;
}

/** Parameters whose values a world knows. */
const IDS = new Set(
  'advertiserId contactId consentId recordId messageId reviewId formId templateId version apiKeyId settingsVersion cursor'.split(
    ' ',
  ),
);

const parameterOf = ({ name, schema }: Parameter): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: IDS.has(name) ? 8 : 0, arbitrary: fc.nat(5).map((known) => ({ known })) },
    {
      weight: 2,
      arbitrary: fromSchema(schema, 1).map((each) => ({
        text: (typeof each === 'string' ? each : (JSON.stringify(each) ?? '')).slice(0, 3_000),
      })),
    },
    { weight: 1, arbitrary: fc.constantFrom(...TEXTS.filter((text) => text.length < 600)).map((text) => ({ text })) },
  );

const valuesOf = (parameters: readonly Parameter[]): fc.Arbitrary<Readonly<Record<string, Value>>> =>
  fc.record(Object.fromEntries(parameters.map((each) => [each.name, parameterOf(each)])), {
    requiredKeys: parameters.filter((each) => each.required).map(({ name }) => name),
  });

/** Whose it is, most often, and a few others: each more is one more that may be wrong. */
const queryOf = (parameters: readonly Parameter[]): fc.Arbitrary<Readonly<Record<string, Value>>> => {
  const others = parameters.map(({ name }) => name).filter((name) => name !== 'advertiserId');
  return fc
    .tuple(valuesOf(parameters), fc.subarray(others, { maxLength: Math.min(2, others.length) }))
    .map(([values, named]) =>
      Object.fromEntries(Object.entries(values).filter(([name]) => name === 'advertiserId' || named.includes(name))),
    );
};

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'Accept-Language': 'fr' },
  { 'Accept-Language': `${'en;q=0.1,'.repeat(2_000)}fr` },
  { 'If-Match': '*' },
  { 'If-Match': '"1"' },
  { 'If-Match': 'W/"1", "2"' },
  { 'If-None-Match': '*' },
  { 'If-None-Match': '"\\"' },
  { 'Content-Type': 'text/plain' },
  { 'Content-Type': 'application/json; charset=utf-16' },
  { 'Content-Type': `application/${'a+'.repeat(3_000)}json` },
  { 'Content-Type': 'multipart/form-data; boundary=x' },
  { 'Content-Encoding': 'gzip' },
  { 'Idempotency-Key': 'é' },
  { 'Idempotency-Key': 'a'.repeat(201) },
  { 'Idempotency-Key': '' },
  { Authorization: 'Bearer aval_root_' },
  { Authorization: `Bearer ${'aval_'.repeat(2_000)}` },
  { Authorization: 'Basic cm9vdDpyb290' },
  { Authorization: '' },
];

const RAW = [
  'twice',
  'cut',
  'bom',
  'utf-16',
  'latin-1',
  'deep',
  'deep-object',
  'long',
  'padded',
  'nul',
  'not-json',
  'gzip',
  'comment',
  'number',
];

const bodyOf = ({ body, examples }: Operation): fc.Arbitrary<Body> => {
  if (body === undefined)
    return fc.oneof(
      { weight: 6, arbitrary: fc.constant<Body>({ kind: 'none' }) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('raw' as const), how: fc.constantFrom(...RAW), by: filling }),
      },
    );
  const example = {
    kind: fc.constant('example' as const),
    example: fc.nat(Math.max(0, examples.length - 1)),
    by: filling,
  };
  return fc.oneof(
    { weight: 7, arbitrary: fc.record({ ...example, edits: fc.constant<readonly Edit[]>([]) }) },
    { weight: 5, arbitrary: fc.record({ ...example, edits }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('made' as const),
        value: fromSchema(body),
        edits: fc.constant<readonly Edit[]>([]),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('raw' as const), how: fc.constantFrom(...RAW), by: filling }),
    },
  );
};

/** A change of what is there says, most often, of which state it is one. */
const headersOf = ({ parameters }: Operation): fc.Arbitrary<Readonly<Record<string, string>>> => {
  const usual = parameters.some(({ name }) => name === 'If-Match') ? { 'If-Match': '*' } : {};
  return fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...HEADERS) });
};

const requestOf = (operation: Operation): fc.Arbitrary<Asked> =>
  fc.record({
    kind: fc.constant('api' as const),
    operationId: fc.constant(operation.operationId),
    // Most are calls of who may do everything at one advertiser: what is refused at the door says little of what is behind.
    caller: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(0, 0, 1, 1, 1, 1, 1, 2, 3) },
      { weight: 1, arbitrary: fc.nat(40) },
    ),
    path: valuesOf(operation.parameters.filter((each) => each.in === 'path')),
    query: queryOf(operation.parameters.filter((each) => each.in === 'query')),
    headers: headersOf(operation),
    body: bodyOf(operation),
    key: fc.oneof({ weight: 5, arbitrary: fc.uuid() }, { weight: 1, arbitrary: fc.constantFrom('key-1', 'key-2') }),
    binary: fc.boolean(),
  });

/** Any request of the document: valid, nearly valid or hostile. */
export const request: fc.Arbitrary<Asked> = fc.oneof(...OPERATIONS.map(requestOf));
