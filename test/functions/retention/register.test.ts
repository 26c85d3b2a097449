import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Item } from '#shared/adapters/dynamodb/table.ts';
import { REGISTER } from '#shared/domain/retention/register.ts';
import { itemsOf, tableOfWorld } from '../audience/stored.ts';
import { aFilledWorld, plant } from './filled-world.ts';

const registered = REGISTER.items.map(({ kind }) => kind);
const kindOf = (entity: unknown) => REGISTER.items.find(({ kind }) => kind === entity);

const moduleOf = (file: string): Promise<object> => import(/* @vite-ignore */ resolve(file));

/** The kinds that any schema of a stored item names, of whichever file beside the table has some. */
const entitiesOfSchemas = async (): Promise<readonly string[]> => {
  const files = globSync('shared/adapters/dynamodb/**/*items.ts');
  const modules = await Promise.all(files.map((file) => moduleOf(file)));
  return modules
    .flatMap((module): readonly unknown[] => Object.values(module))
    .flatMap((each) => {
      const { entity } = Object(Object(each).shape);
      return entity === undefined ? [] : (entity.def.values as readonly string[]);
    });
};

/** The kinds that the product writes, by its own text. */
const entitiesInText = (): readonly string[] =>
  globSync('shared/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .flatMap((text) => [...text.matchAll(/entity(?::|'\]:| =) '([a-z-]+)'|':entity': '([a-z-]+)'/g)])
    .flatMap(([, one, other]) => one ?? other ?? []);

/** Where S3 is written to: what keys begin with. */
const prefixesInText = (): readonly string[] =>
  globSync('shared/adapters/s3/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .flatMap((text) => [
      ...[...text.matchAll(/[`']([a-z]+\/)(?:\$\{|')/g)].flatMap(([, prefix]) => prefix ?? []),
      ...[...text.matchAll(/\bfolder: '([a-z-]+)'/g)].flatMap(([, folder]) => (folder ? [`${folder}/`] : [])),
    ]);

/** Seconds since 1970 of this century: neither milliseconds nor a small number. */
const isInSeconds = (at: unknown): boolean => Number.isInteger(at) && Number(at) > 1.7e9 && Number(at) < 4.2e9;

/** What is wrong with a stored item, by the register. */
const faultOf = (item: Item): string | undefined => {
  const kind = kindOf(item.entity);
  const name = `${String(item.entity)} (${String(item.pk).split('#')[0]})`;
  if (kind === undefined) return `${name} is not in the register`;
  if ('expiresAt' in item && !kind.dies.includes('ttl')) return `${name} has a TTL of which the register says nothing`;
  if ('expiresAt' in item && !isInSeconds(item.expiresAt)) return `${name} has a TTL that is not in seconds`;
  const diesByTtlAlone = kind.dies.length > 0 && kind.dies.every((death) => death === 'ttl');
  const mayStay = item.entity === 'standing' && (item.oppositions as readonly unknown[]).length > 0;
  return diesByTtlAlone && !mayStay && !('expiresAt' in item) ? `${name} has no TTL` : undefined;
};

test('P7: every kind that a schema names or the product writes is in the register, once, and no other', async () => {
  const [schemas, text] = [await entitiesOfSchemas(), entitiesInText()];
  expect(text.length).toBeGreaterThan(40);
  expect([...new Set([...schemas, ...text])].toSorted()).toEqual(registered.toSorted());
});

test('P7: every kind of object is in the register', () => {
  const kinds: readonly string[] = REGISTER.objects.map(({ kind }) => kind);
  const prefixes = [...new Set(prefixesInText())];
  expect(prefixes.length).toBeGreaterThan(3);
  expect(prefixes.filter((prefix) => !kinds.includes(prefix))).toEqual([]);
});

test('P7: whatever journeys leave in the table is in the register, and goes as it says', async () => {
  await aFilledWorld();
  const items = await itemsOf(tableOfWorld());
  expect(new Set(items.map(({ entity }) => entity)).size).toBeGreaterThan(25);
  expect(items.flatMap((item) => faultOf(item) ?? [])).toEqual([]);
  // It can fail: a kind that nobody knows, no TTL, one in milliseconds, one where there is to be none.
  const [message] = items.filter(({ entity }) => entity === 'message');
  const { expiresAt, ...kept } = message ?? {};
  const planted = [
    { ...message, entity: 'shadow-copy' },
    kept,
    { ...message, expiresAt: Number(expiresAt) * 1000 },
    { ...message, entity: 'settings' },
  ];
  for (const [index, item] of planted.entries()) await plant({ ...item, sk: `PLANTED#${index}` });
  const faults = (await itemsOf(tableOfWorld())).flatMap((item) => faultOf(item) ?? []);
  expect(faults.toSorted()).toEqual([
    'message (MESSAGE) has a TTL that is not in seconds',
    'message (MESSAGE) has no TTL',
    'settings (MESSAGE) has a TTL of which the register says nothing',
    'shadow-copy (MESSAGE) is not in the register',
  ]);
});

test('P7: of each kind it is said how long and why; what never goes has a reason of its own', () => {
  for (const { kind, term, reason, holds, dies, stage } of Object.values(REGISTER).flat()) {
    for (const said of [term, reason, holds]) expect(said.length, kind).toBeGreaterThan(4);
    if (dies.length === 0) expect(['none', 'proof', 'fingerprint', 'use'], kind).toContain(stage);
  }
});
