import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

/** SHA-256, in hex, over these options and over the name and content of every source file and of the `others` (absolute paths). */
export const hashOfSources = (options: string, others: readonly string[] = []): string => {
  const hash = createHash('sha256').update(options);
  const files = globSync(SOURCES, { cwd: ROOT }).map((file) => join(ROOT, file));
  for (const file of [...files, ...others].sort()) {
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
};
