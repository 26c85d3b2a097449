import type { Plugin } from 'esbuild';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { manifest } from '#functions/manifest.ts';

/** What a function reads of its entry when it runs; its trigger and its grants are AWS's concern. */
const leanEntry = ({ file, env, timeoutSeconds }: FunctionEntry) => ({ file, env, timeoutSeconds });

const contentsOf = (): string => {
  const entries = Object.entries<FunctionEntry>(manifest).map(([name, entry]) => [name, leanEntry(entry)]);
  return `export const manifest = ${JSON.stringify(Object.fromEntries(entries))};`;
};

/** In a bundle the manifest names no route, so that a function brings the schemas of its own route alone. */
export const leanManifest: Plugin = {
  name: 'lean-manifest',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/functions\/manifest\.ts$/ }, () => ({ contents: contentsOf(), loader: 'js' }));
  },
};
