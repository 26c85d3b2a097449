import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '#shared/contracts/http/examples.ts';
import { OPERATIONS, type Operation, type OperationName } from '#shared/contracts/http/operations.ts';
import { documentedRoutes, openApiDocument } from '#tools/openapi/document.ts';

interface Described {
  readonly requestBody?: { readonly content: Record<string, { readonly example?: unknown }> };
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security: readonly unknown[];
}
const stored = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  info: { version: string };
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, unknown> };
};
const NAMES = Object.keys(OPERATIONS).filter((name): name is OperationName => name in OPERATIONS);

describe('docs/openapi.json', () => {
  test('is what the schemas say', () => {
    expect(JSON.parse(JSON.stringify(openApiDocument(stored.info.version)))).toEqual(stored);
  });

  test('describes every route of the application API and no other', () => {
    const described = Object.entries(stored.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.toSorted()).toEqual([...documentedRoutes()].toSorted());
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
    for (const [name, schema] of Object.entries(stored.components.schemas)) {
      if (!name.endsWith('Request')) continue;
      expect([name, schema]).toEqual([name, expect.objectContaining({ additionalProperties: false })]);
    }
  });

  test('says who may call each route, and what can go wrong', () => {
    for (const methods of Object.values(stored.paths)) {
      for (const operation of Object.values(methods).filter(({ security }) => security.length > 0)) {
        for (const status of ['401', '403', '429', '500', '503'])
          expect(Object.keys(operation.responses)).toContain(status);
      }
    }
  });
});

describe('the example', () => {
  const withBody = NAMES.filter((name) => {
    const operation: Operation = OPERATIONS[name];
    return operation.body !== undefined;
  });
  test.each(withBody)('of %s is a body that the route takes', (name) => {
    const operation: Operation = OPERATIONS[name];
    expect(operation.body?.safeParse(EXAMPLES[name]).error).toBeUndefined();
  });
});
