import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bundles, FUNCTION_NAMES } from '#infra/bundle.ts';

/** Bundles that do nothing, in a new folder: a template does not depend on the code of its functions, so that one file serves for all. */
export const emptyBundles = (parent = tmpdir()): Bundles => {
  const directory = mkdtempSync(join(parent, 'aval-empty-'));
  writeFileSync(join(directory, 'index.mjs'), 'export const handler = async () => undefined;\n');
  const functions = Object.fromEntries(FUNCTION_NAMES.map((name) => [name, { directory, bytes: 0 }]));
  return { functions: functions as Bundles['functions'], metafile: { inputs: {}, outputs: {} } };
};
