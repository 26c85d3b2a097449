import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as items from '#shared/adapters/dynamodb/items.ts';

/** What a former version stored, one sample or more of each kind: `<kind>: [item, …]`, as the table gives it. */
type Sample = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
const RELEASES = globSync('test/fixtures/releases/*/items.json')
  .toSorted()
  .map((file) => [file.split('/').at(-2), JSON.parse(readFileSync(file, 'utf8')) as Sample] as const);

/** The schema of a kind of item, by its `entity`; the ciphertext of a message has none. */
const schemaOf = (entity: string) =>
  Object.values(items).find(
    (schema) => 'entity' in schema.shape && schema.shape.entity.def.values.includes(entity as never),
  );

/**
 * How many kinds each sample has at least. That of the earlier state lacks those that its examples left nothing of and whose schemas
 * the first release had unchanged (`due`, `due-cursor`, `waiting`), and one that there was not yet (`test-recipients`).
 */
const KINDS: Readonly<Record<string, number>> = { '2026-11-27': 22, '2026-11-27-05h44': 18 };

describe.each(RELEASES)('the items of %s', (name, sample) => {
  test('are of every kind that there was', () => {
    expect(Object.keys(sample).length).toBeGreaterThanOrEqual(KINDS[name ?? ''] ?? 22);
  });

  test.each(Object.entries(sample))('%s is read as it was stored', (entity, stored) => {
    const schema = schemaOf(entity) ?? expect.fail(`nothing reads ${entity} any more`);
    for (const item of stored) expect(() => schema.parse(item)).not.toThrow();
  });

  test.each(Object.entries(sample))(
    '%s with a property that is no more, or without one, would be seen',
    (entity, [item]) => {
      const schema = schemaOf(entity);
      expect(schema?.safeParse({ ...item, v: 0 }).success).toBe(false);
      const { entity: _left, ...without } = item ?? {};
      expect(schema?.safeParse(without).success).toBe(false);
    },
  );
});
