import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const STREAMS = /^@smithy\/core\/event-streams$/;
const NOT_SENT = `throw new Error('No command of a function here has an event stream.');`;
const ENDPOINT_CACHE = /^@aws-sdk\/endpoint-cache$/;
const NO_CACHE = 'export class EndpointCache {}';

/**
 * Leaves out of bundles what no function uses of the SDK: event streams, which every client loads when a command has one
 * and no command here has; the cache of discovered endpoints, which the DynamoDB client makes and no command of it asks;
 * and all of a client's package.json but the version that it sends as its name.
 */
export const leanSdk: Plugin = {
  name: 'lean-sdk',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: STREAMS }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, namespace: 'not-sent' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'not-sent' }, () => ({ contents: NOT_SENT, loader: 'js' }));
    onResolve({ filter: ENDPOINT_CACHE }, ({ path }) => ({ path, namespace: 'not-asked' }));
    onLoad({ filter: /.*/, namespace: 'not-asked' }, () => ({ contents: NO_CACHE, loader: 'js' }));
    onLoad({ filter: /@aws-sdk\/client-[\w-]+\/package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
