import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Bug } from './bug.ts';

export const ROOT = resolve(import.meta.dirname, '../../..');

/** What a simulation reads: the product, itself, and the few tools that it shares with other tests. */
const COPIED = [
  'package.json',
  'shared',
  'functions',
  'test/simulation',
  'test/fuzz/store',
  'test/support/builders.ts',
  'test/support/crypto/kms.ts',
  'test/support/partners',
  'test/worlds/random.ts',
] as const;

/** A file with its edits made. Throws where what is looked for is not there exactly once: the bug would not be planted. */
export const edited = (text: string, { find, put }: Bug['edits'][number]): string => {
  const parts = text.split(find);
  if (parts.length !== 2) throw new Error(`found ${parts.length - 1} times: ${find}`);
  return parts.join(put);
};

export const sourceOf = (file: string, root: string = ROOT): string => readFileSync(join(root, file), 'utf8');

/** A copy of the code with the bug in it; `remove` when it is no longer needed. */
export const plant = (bug: Bug): { readonly root: string; readonly remove: () => void } => {
  const root = mkdtempSync(join(tmpdir(), 'aval-planted-'));
  for (const path of COPIED) cpSync(join(ROOT, path), join(root, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  for (const { file, ...edit } of bug.edits)
    writeFileSync(join(root, file), edited(sourceOf(file, root), { file, ...edit }));
  return { root, remove: () => rmSync(root, { recursive: true }) };
};
