import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bundles, FUNCTION_NAMES } from '#infra/bundle.ts';

/** Bundles that do nothing: a template does not depend on the code of its functions, so that one file serves for all. */
export const emptyBundles = (): Bundles => {
  const directory = mkdtempSync(join(tmpdir(), 'aval-empty-'));
  writeFileSync(join(directory, 'index.mjs'), 'export const handler = async () => undefined;\n');
  const functions = Object.fromEntries(FUNCTION_NAMES.map((name) => [name, { directory, bytes: 0 }]));
  return { functions: functions as Bundles['functions'], metafile: { inputs: {}, outputs: {} } };
};
