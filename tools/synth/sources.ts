import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** All that an assembly is made of; `package-lock.json` represents every dependency. */
const SOURCES = [
  'functions/**',
  'shared/**',
  'infra/**',
  'docs/openapi.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * SHA-256, in hex, over these options and over the name and content of every source file and of the `others` (absolute paths). The same sources in
 * another folder `root` have the same: nothing that is made of them says where they lie.
 */
export const hashOfSources = (options: string, others: readonly string[] = [], root = ROOT): string => {
  const hash = createHash('sha256').update(options);
  const files = globSync(SOURCES, { cwd: root }).map((file) => join(root, file));
  for (const file of [...files, ...others].sort()) {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
};
