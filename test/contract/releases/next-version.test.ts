import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as items from '#shared/adapters/dynamodb/items.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { isUnderSeal, objectsIn, withMoreAt } from '#test/support/stored/added-fields.ts';

/** What a former version stored; the next one is made of it by adding fields that nobody knows today. */
const SAMPLES = globSync('test/fixtures/releases/*/items.json').flatMap((file) =>
  Object.entries<readonly object[]>(JSON.parse(readFileSync(file, 'utf8'))).flatMap(([entity, stored]) =>
    stored.map((item, index) => ({ name: `${entity} ${index + 1} of ${file.split('/').at(-2)}`, entity, item })),
  ),
);
const schemaOf = (entity: string) =>
  Object.values(items).find(
    (schema) => 'entity' in schema.shape && schema.shape.entity.def.values.includes(entity as never),
  ) ?? expect.fail(`nothing reads ${entity}`);

describe.each(SAMPLES)('$name, as the next version might store it', ({ entity, item }) => {
  const schema = schemaOf(entity);
  const known = schema.parse(item);

  test('is read without what nobody here knows', () => {
    expect(readStored(schema, withMoreAt(item, []))).toEqual(known);
    for (const path of objectsIn(item))
      if (!isUnderSeal(item, path)) expect(readStored(schema, withMoreAt(item, path)), path.join('.')).toEqual(known);
  });

  test('is not read where a seal covers the field, where something else is not as it was, or under a higher version', () => {
    for (const path of objectsIn(item))
      if (isUnderSeal(item, path)) expect(() => readStored(schema, withMoreAt(item, path)), path.join('.')).toThrow();
    expect(() => readStored(schema, { ...item, v: 99 })).toThrow();
    const { pk: _left, ...without } = item as { readonly pk?: unknown };
    expect(() => readStored(schema, withMoreAt(without, []))).toThrow();
  });
});

test('the samples have bases with a seal, and objects in objects', () => {
  const paths = SAMPLES.flatMap(({ item }) => objectsIn(item).map((path) => ({ item, path })));
  expect(paths.filter(({ item, path }) => isUnderSeal(item, path)).length).toBeGreaterThan(4);
  expect(paths.filter(({ path }) => path.length > 2).length).toBeGreaterThan(10);
});
