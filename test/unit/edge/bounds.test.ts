import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requestBody } from '#tools/openapi/bodies.ts';
import { longestMatch } from '#tools/openapi/longest-match.ts';
import { EXAMPLES, ROUTES_WITH_BODY, routeOf } from '../../support/routes.ts';

type Json = Readonly<Record<string, unknown>>;
const api = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Json }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Json }>> }>
  >;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const resolved = (schema: Json): Json => {
  if (typeof schema.$ref !== 'string') return schema;
  const found = schema.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>((value, name) => (isJson(value) ? value[name] : undefined), api);
  if (!isJson(found)) throw new Error(`${schema.$ref} is not in the document.`);
  return resolved(found);
};

/** Every schema under one, with the way to it; those that refer to themselves once. */
function* schemasIn(given: unknown, way: string, above: readonly Json[] = []): Generator<readonly [string, Json]> {
  if (!isJson(given)) return;
  const schema = resolved(given);
  if (above.includes(schema)) return;
  yield [way, schema];
  const within = [...above, schema];
  for (const [name, each] of Object.entries(isJson(schema.properties) ? schema.properties : {}))
    yield* schemasIn(each, `${way}/${name}`, within);
  for (const name of ['items', 'additionalProperties', 'propertyNames'])
    yield* schemasIn(schema[name], `${way}/${name}`, within);
  for (const name of ['anyOf', 'oneOf', 'allOf'])
    for (const each of Array.isArray(schema[name]) ? schema[name] : []) yield* schemasIn(each, way, within);
}

const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
);
const requestSchemas = operations.flatMap(([name, { parameters = [], requestBody: body }]) => [
  ...parameters.flatMap((parameter) => [...schemasIn(parameter.schema, `${name} ${parameter.in}:${parameter.name}`)]),
  ...Object.values(body?.content ?? {}).flatMap(({ schema }) => [...schemasIn(schema, name)]),
]);

/** What a schema lets be as large as one likes. */
const unboundedIn = (schema: Json): string | undefined => {
  const has = (name: string) => schema[name] !== undefined;
  if (has('enum') || has('const')) return undefined;
  if (schema.type === 'string' && !has('maxLength')) return 'a text';
  if (schema.type === 'array' && !has('maxItems')) return 'a list';
  if ((schema.type === 'number' || schema.type === 'integer') && !has('maximum')) return 'a number';
  if (schema.type === 'object' && schema.additionalProperties !== false && !has('maxProperties')) return 'names';
  return undefined;
};

describe('the bounds of requests in docs/openapi.json', () => {
  test('are told of every text, list, number and object', () => {
    expect(requestSchemas.length).toBeGreaterThan(800);
    const kinds = new Set(requestSchemas.map(([, { type }]) => type));
    for (const type of ['string', 'array', 'object', 'integer']) expect(kinds).toContain(type);
    const unbounded = requestSchemas.flatMap(([way, schema]) => {
      const what = unboundedIn(schema);
      return what === undefined ? [] : [`${way}: ${what}`];
    });
    expect(unbounded).toEqual([]);
  });

  test('are no shorter than what their pattern takes', () => {
    const bounds = new Map(
      requestSchemas.flatMap(([, { pattern, maxLength }]) =>
        typeof pattern === 'string' && typeof maxLength === 'number' ? [[pattern, maxLength] as const] : [],
      ),
    );
    expect(bounds.size).toBeGreaterThan(15);
    for (const [pattern, maxLength] of bounds) {
      if (/[*+](?!\)?\?)/.test(pattern.replaceAll(/\\.|\[[^\]]*\]/g, ''))) continue;
      const lengths = fc
        .sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 200, seed: 46 })
        .map((text) => text.length);
      expect([pattern, Math.max(...lengths) <= maxLength]).toEqual([pattern, true]);
    }
  });

  test('a pattern without an end gives none', () => {
    for (const pattern of ['^a+$', '^(?:ab*)$', '^a{2,}$', 'a', '^(?=a)b$'])
      expect(() => longestMatch(pattern)).toThrow(pattern);
    expect(['^a{2,3}b?$', '^(?:ab|abc){2}$', '^$', '^[\\]a]\\d\\.$'].map(longestMatch)).toEqual([4, 6, 0, 3]);
  });
});

/** A body for each of its texts, in which that text is very long. */
function* withLongTexts(value: unknown, way = ''): Generator<readonly [string, unknown]> {
  if (typeof value === 'string') yield [way, 'a'.repeat(300_000)];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value))
    for (const [deeper, changed] of withLongTexts(each, `${way}/${name}`)) {
      const copy: unknown = Array.isArray(value) ? value.with(Number(name), changed) : { ...value, [name]: changed };
      yield [deeper, copy];
    }
}

test('no text of an example may be 300,000 characters long, but the parts of a content, which are measured later', () => {
  const taken: string[] = [];
  let tried = 0;
  for (const name of ROUTES_WITH_BODY) {
    const schema = requestBody(routeOf(name))?.schema;
    for (const [way, body] of withLongTexts(EXAMPLES[name])) {
      tried += 1;
      if (schema?.safeParse(body).success) taken.push(way.replaceAll(/\/\d+/g, ''));
    }
  }
  expect(tried).toBeGreaterThan(150);
  expect([...new Set(taken.map((way) => way.split('/').slice(-2).join('/')))].sort()).toEqual([
    'email/html',
    'email/text',
  ]);
});

/** Lists that are whole in one answer, each held by one item of the store or by what is read of one content, or its latest few. */
const WHOLE = [
  // Acknowledged, extended, answered and lifted once each.
  'GET /v1/requests/{requestId}',
  'GET /v1/campaigns/{campaignId}',
  'GET /v1/advertisers/{advertiserId}/identities',
  'GET /v1/contacts/{contactId}',
  // The parts of one message, and the reasons of its verdict.
  'GET /v1/messages/{messageId}/sent',
  'GET /v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}',
];

describe('every list that is read', () => {
  const lists = operations.flatMap(([name, { parameters = [], responses }]) => {
    if (!name.startsWith('GET ')) return [];
    const answer = Object.values(responses['200']?.content ?? {})[0]?.schema;
    const properties = answer === undefined ? undefined : resolved(answer).properties;
    const arrays = Object.entries(isJson(properties) ? properties : {}).filter(
      ([list, schema]) => list !== 'warnings' && isJson(schema) && resolved(schema).type === 'array',
    );
    return arrays.length === 0 ? [] : [{ name, parameters: parameters.map((each) => each.name), properties }];
  });

  test('is read page by page, or is held by one item', () => {
    expect(lists.length).toBeGreaterThan(8);
    const whole = lists.filter(({ parameters }) => !parameters.includes('cursor') || !parameters.includes('limit'));
    expect(whole.map(({ name }) => name).sort()).toEqual(WHOLE.toSorted());
    for (const { name, properties, parameters } of lists)
      if (parameters.includes('cursor'))
        expect([name, isJson(properties) && 'nextCursor' in properties]).toEqual([name, true]);
  });
});
