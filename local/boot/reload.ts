import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Runner } from '../lambda/runner.ts';

/** The files of a bundle, by name. */
const contentOf = (folder: string): string =>
  JSON.stringify(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [file.slice(folder.length), readFileSync(file, 'latin1')]),
  );

/** Has the runner run these bundles, by the function's name, where they differ from what it runs; gives the names of those. */
export const replaceBundles = (
  runner: Pick<Runner, 'definition' | 'replace'>,
  bundles: ReadonlyMap<string, string>,
): readonly string[] => {
  const changed = [...bundles].filter(
    ([name, folder]) => contentOf(runner.definition(name).folder) !== contentOf(folder),
  );
  for (const [name, folder] of changed) runner.replace({ ...runner.definition(name), folder });
  return changed.map(([name]) => name);
};
