import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { manifest } from '#functions/manifest.ts';

const FOLDER = fileURLToPath(new URL('../../shared/contracts/http/routes', import.meta.url));

/** One sentence for each of these names of routes that the manifest does not name. */
export const unnamedRoutes = (names: readonly string[]): readonly string[] => {
  const entries = Object.values<FunctionEntry>(manifest);
  const known = new Set(entries.flatMap(({ route }) => route?.name ?? []));
  return names
    .filter((name) => !known.has(name))
    .map((name) => `The manifest names no route ${name}: add it to functions/manifest.ts.`);
};

/** The names of the files of routes, each of which is the name of its route. */
export const routeFiles = (): readonly string[] =>
  readdirSync(FOLDER)
    .map((file) => file.replace(/\.ts$/, ''))
    .toSorted();
