import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const STREAMS = /^@smithy\/core\/event-streams$/;
/** A client with such a command makes what reads its streams when it is made; no function here asks for one. */
const NOT_SENT = `const refuse = () => { throw new Error('No command of a function here has an event stream.'); };
export const resolveEventStreamSerdeConfig = (input) => input;
export const eventStreamSerdeProvider = refuse;
export class EventStreamSerde { constructor() { refuse(); } }`;
const ENDPOINT_CACHE = /^@aws-sdk\/endpoint-cache$/;
const NO_CACHE = 'export class EndpointCache {}';
/** Hashes written in JavaScript, for a Node without them. */
const HASHES = /\/(Sha256|Sha1)Js\.js$/;
const OTHER_WISHES = /\/negotiator\/lib\/(?:charset|encoding|mediaType)\.js$/;

/**
 * Leaves out of bundles what no function uses of its libraries. Of the SDK: event streams, which a client loads when a command
 * has one and no command here has; the cache of discovered endpoints, which the DynamoDB client makes and no command of it
 * asks; hashes that every Node of Lambda has itself; and all of a client's package.json but the version that it sends as its name.
 * Of negotiator: all but languages.
 */
export const leanLibraries: Plugin = {
  name: 'lean-libraries',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: STREAMS }, ({ path }) => ({ path, namespace: 'not-sent' }));
    onLoad({ filter: /.*/, namespace: 'not-sent' }, () => ({ contents: NOT_SENT, loader: 'js' }));
    onResolve({ filter: ENDPOINT_CACHE }, ({ path }) => ({ path, namespace: 'not-asked' }));
    onLoad({ filter: /.*/, namespace: 'not-asked' }, () => ({ contents: NO_CACHE, loader: 'js' }));
    onLoad({ filter: HASHES }, ({ path }) => ({
      contents: `export const ${HASHES.exec(path)?.[1]}Js = undefined;`,
      loader: 'js',
    }));
    onLoad({ filter: OTHER_WISHES }, () => ({ contents: 'module.exports = undefined;', loader: 'js' }));
    onLoad({ filter: /@aws-sdk\/client-[\w-]+\/package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
