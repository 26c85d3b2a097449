import type { Plugin } from 'esbuild';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { manifest } from '#functions/manifest.ts';

const ENTRIES = Object.entries<FunctionEntry>(manifest);

/** Many functions read the same variables: each list is written once. */
const LISTS = [...new Set(ENTRIES.map(([, { env }]) => JSON.stringify(env)))];

/** What a function reads of its entry when it runs; its trigger and its grants are AWS's concern. */
const leanEntry = ([name, { file, env, timeoutSeconds }]: (typeof ENTRIES)[number]): string => {
  const list = `lists[${LISTS.indexOf(JSON.stringify(env))}]`;
  const timeout = timeoutSeconds === undefined ? '' : `,timeoutSeconds:${timeoutSeconds}`;
  return `${JSON.stringify(name)}:{file:${JSON.stringify(file)},env:${list}${timeout}}`;
};

const contentsOf = (): string =>
  `const lists = [${LISTS.join(',')}];\nexport const manifest = {${ENTRIES.map(leanEntry).join(',')}};`;

/** In a bundle the manifest names no route, so that a function brings the schemas of its own route alone. */
export const leanManifest: Plugin = {
  name: 'lean-manifest',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/functions\/manifest\.ts$/ }, () => ({ contents: contentsOf(), loader: 'js' }));
  },
};
