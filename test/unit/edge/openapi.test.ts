import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { requestBody } from '#tools/openapi/bodies.ts';
import { openApiDocument } from '#tools/openapi/document.ts';
import { answerFault, EXAMPLES, KEYED_ROUTES, ROUTE_NAMES, ROUTES_WITH_BODY, routeOf } from '../../support/routes.ts';

type Content = Readonly<Record<string, { readonly examples?: Readonly<Record<string, { readonly value?: unknown }>> }>>;
interface Described {
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
  readonly security: readonly unknown[];
}
const stored = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  info: { version: string };
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, unknown> };
};

describe('docs/openapi.json', () => {
  test('is what the schemas say', () => {
    const now: unknown = JSON.parse(JSON.stringify(openApiDocument(stored.info.version)));
    expect(now, 'docs/openapi.json is stale: run npm run openapi.').toEqual(stored);
  });

  test('describes every route of the application API and no other', () => {
    const described = Object.entries(stored.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.toSorted()).toEqual(
      ROUTE_NAMES.map((name) => `${routeOf(name).method} ${routeOf(name).path}`).toSorted(),
    );
  });

  test('asks of a message what it offers: by itself, or by its template', () => {
    for (const name of ['AcceptMessagesRequest', 'GiveVerdictsRequest']) {
      const text = JSON.stringify(stored.components.schemas[name]);
      expect([name, text]).toEqual([
        name,
        expect.stringContaining('"anyOf":[{"required":["offerCategory"]},{"required":["template"]}]'),
      ]);
    }
  });

  test('refers only to schemas that it holds', () => {
    const references = [...JSON.stringify(stored).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );
    expect(references.length).toBeGreaterThan(0);
    for (const name of references) expect(Object.keys(stored.components.schemas)).toContain(name);
    expect(JSON.stringify(stored)).not.toMatch(/#\/\$defs|__shared/);
  });

  test('refuses unknown fields in every body', () => {
    const bodies = Object.entries(stored.components.schemas).filter(([name]) => name.endsWith('Request'));
    expect(bodies.length).toBeGreaterThan(20);
    for (const [name, schema] of bodies) {
      // A body of several kinds is closed in each.
      const { oneOf: kinds = [schema] } = schema as { readonly oneOf?: readonly object[] };
      for (const kind of kinds)
        expect([name, kind]).toEqual([name, expect.objectContaining({ additionalProperties: false })]);
    }
  });

  test('says who may call each route, and what can go wrong', () => {
    const keyed = Object.values(stored.paths).flatMap((methods) =>
      Object.values(methods).filter(({ security }) => security.length > 0),
    );
    expect(keyed).toHaveLength(KEYED_ROUTES.length);
    for (const { responses } of keyed)
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403', '429', '500', '503']));
  });
});

describe('the example', () => {
  test.each(ROUTES_WITH_BODY)('of the request of %s is a body that the route takes', (name) => {
    expect(requestBody(routeOf(name))?.schema.safeParse(EXAMPLES[name]).error).toBeUndefined();
    expect(routeOf(name).body?.safeParse(EXAMPLES[name]).error).toBeUndefined();
  });

  test.each(ROUTE_NAMES)('of each answer of %s is what the route answers', (name) => {
    const { path, method } = routeOf(name);
    const operation = stored.paths[path]?.[method.toLowerCase()];
    const examples = Object.entries(operation?.responses ?? {}).flatMap(([status, { content = {} }]) =>
      Object.values(content).flatMap((each) =>
        Object.values(each.examples ?? {}).map(({ value }) => ({ status: Number(status), value })),
      ),
    );
    for (const { status, value } of examples.filter((each) => each.value !== undefined))
      expect([status, answerFault(name, status, value)]).toEqual([status, undefined]);
  });

  test.each(KEYED_ROUTES)('of %s is in the document wherever there is a body', (name) => {
    const { path, method } = routeOf(name);
    const { requestBody, responses } = stored.paths[path]?.[method.toLowerCase()] ?? {};
    const success = Object.entries(responses ?? {}).filter(([status]) => status < '300');
    expect(success).not.toEqual([]);
    for (const [, { content }] of [...success, ...(requestBody ? ([['request', requestBody]] as const) : [])]) {
      if (content !== undefined) expect(content['application/json']).toHaveProperty('examples');
    }
  });
});
