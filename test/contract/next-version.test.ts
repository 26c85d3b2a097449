import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as items from '#shared/adapters/dynamodb/items.ts';
import { readStored } from '#shared/domain/read-stored.ts';

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

/** What the store reads by names that are data: ids of messages, of contacts. A new name there is a new entry. */
const BY_NAME = new Set(['entries', 'recipients']);

/** Every object of an item, by its path, but the item itself. */
const objectsIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value !== 'object' || value === null
    ? []
    : [
        ...(Array.isArray(value) || path.length === 0 || BY_NAME.has(path.at(-1) ?? '') ? [] : [path]),
        ...Object.entries(value).flatMap(([name, each]) => objectsIn(each, [...path, name])),
      ];

/** A copy of an item in which the object at a path has one field more. */
const withMoreAt = (item: object, path: readonly string[]): object => {
  const copy = structuredClone(item);
  const holder = path.reduce<object>((at, name) => Reflect.get(at, name), copy);
  Object.assign(holder, { ofTheNextVersion: { deep: ['new'] } });
  return copy;
};
const isOfASealed = (item: object, path: readonly string[]): boolean =>
  path.some((_, index) => 'seal' in path.slice(0, index + 1).reduce<object>((at, name) => Reflect.get(at, name), item));

describe.each(SAMPLES)('$name, as the next version might store it', ({ entity, item }) => {
  const schema = schemaOf(entity);
  const known = schema.parse(item);

  test('is read without what nobody here knows', () => {
    expect(readStored(schema, withMoreAt(item, []))).toEqual(known);
    for (const path of objectsIn(item))
      if (!isOfASealed(item, path)) expect(readStored(schema, withMoreAt(item, path)), path.join('.')).toEqual(known);
  });

  test('is not read where the field is sealed, where something else is not as it was, or under a higher version', () => {
    for (const path of objectsIn(item))
      if (isOfASealed(item, path)) expect(() => readStored(schema, withMoreAt(item, path)), path.join('.')).toThrow();
    expect(() => readStored(schema, { ...item, v: 2 })).toThrow();
    const { pk: _left, ...without } = item as { readonly pk?: unknown };
    expect(() => readStored(schema, withMoreAt(without, []))).toThrow();
  });
});

test('the samples have sealed bases, and objects in objects', () => {
  const paths = SAMPLES.flatMap(({ item }) => objectsIn(item).map((path) => ({ item, path })));
  expect(paths.filter(({ item, path }) => isOfASealed(item, path)).length).toBeGreaterThan(4);
  expect(paths.filter(({ path }) => path.length > 2).length).toBeGreaterThan(10);
});
