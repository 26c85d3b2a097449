import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOfSources } from '#tools/synth/sources.ts';

let folder: string;
let root: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sources-'));
  root = join(folder, 'one');
  mkdirSync(join(root, 'shared/law'), { recursive: true });
  writeFileSync(join(root, 'shared/law/consent.ts'), 'export const A = 1;');
  writeFileSync(join(root, 'package.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

const hash = (at: string) => hashOfSources('bundles', [], at);

test('the same sources in another folder have the same hash', () => {
  const other = join(folder, 'other');
  cpSync(root, other, { recursive: true });
  expect(hash(other)).toBe(hash(root));
});

test.each<[string, () => void]>([
  ['a source that is changed', () => writeFileSync(join(root, 'shared/law/consent.ts'), 'export const A = 2;')],
  ['another name', () => renameSync(join(root, 'shared/law/consent.ts'), join(root, 'shared/law/consents.ts'))],
  ['another folder within', () => renameSync(join(root, 'shared/law'), join(root, 'shared/laws'))],
  ['a source more', () => writeFileSync(join(root, 'shared/more.ts'), '')],
  ['a source less', () => rmSync(join(root, 'package.json'))],
])('%s has another', (_, change) => {
  const before = hash(root);
  change();
  expect(hash(root)).not.toBe(before);
});

test('other options and other files have another', () => {
  const entry = join(folder, 'entry.ts');
  writeFileSync(entry, 'export {};');
  const all = [hash(root), hashOfSources('assembly', [], root), hashOfSources('bundles', [entry], root)];
  expect(new Set(all).size).toBe(3);
});
