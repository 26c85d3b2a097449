import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { ErrorCodes } from 'parse5';

const STREAMS = /^@smithy\/core\/event-streams$/;
/** A client with such a command makes what reads its streams when it is made; no function here asks for one. */
const NOT_SENT = `const refuse = () => { throw new Error('No command of a function here has an event stream.'); };
export const resolveEventStreamSerdeConfig = (input) => input;
export const eventStreamSerdeProvider = refuse;
export class EventStreamSerde { constructor() { refuse(); } }`;
/** Of the client of Bedrock: streams, sockets, and tokens in place of a role. */
const OF_BEDROCK =
  /^@aws-sdk\/(?:middleware-eventstream|eventstream-handler-node|middleware-websocket|token-providers)$/;
const NOT_STREAMED = `const refuse = () => { throw new Error('No function here asks a model by a stream, or with a token.'); };
export const getEventStreamPlugin = refuse;
export const getWebSocketPlugin = refuse;
export const resolveEventStreamConfig = (input) => input;
export const resolveWebSocketConfig = (input) => input;
export const eventStreamPayloadHandlerProvider = refuse;
export const fromEnvSigningName = refuse;
export const nodeProvider = refuse;`;
const ENDPOINT_CACHE = /^@aws-sdk\/endpoint-cache$/;
const NO_CACHE = 'export class EndpointCache {}';
/** Hashes written in JavaScript, for a Node without them. */
const HASHES = /\/(Sha256|Sha1)Js\.js$/;
const OTHER_WISHES = /\/negotiator\/lib\/(?:charset|encoding|mediaType)\.js$/;
/** Each code of an error of HTML is written where it is said; the table of them all is asked by nothing else. */
const NAMES_ERRORS = /\/parse5\/dist\/(?:parser|tokenizer)\/\w+\.js$/;
const ERROR_TABLE = /\/parse5\/dist\/common\/error-codes\.js$/;
const withCodes = (source: string): string =>
  source.replace(/\bERR\.(\w+)/g, (_, name: string) => `'${ErrorCodes[name as keyof typeof ErrorCodes]}'`);

/**
 * Leaves out of bundles what no function uses of its libraries. Of the SDK: event streams, which a client loads when a command
 * has one and no command here has, and what else the client of Bedrock asks models by; the cache of discovered endpoints, which the DynamoDB client makes and no command of it
 * asks; hashes that every Node of Lambda has itself; and all of a client's package.json but the version that it sends as its name.
 * Of negotiator: all but languages. Of parse5: its table of errors, since each code is written where it is said.
 */
export const leanLibraries: Plugin = {
  name: 'lean-libraries',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: STREAMS }, ({ path }) => ({ path, namespace: 'not-sent' }));
    onLoad({ filter: /.*/, namespace: 'not-sent' }, () => ({ contents: NOT_SENT, loader: 'js' }));
    onResolve({ filter: OF_BEDROCK }, ({ path }) => ({ path, namespace: 'not-streamed' }));
    onLoad({ filter: /.*/, namespace: 'not-streamed' }, () => ({ contents: NOT_STREAMED, loader: 'js' }));
    onResolve({ filter: ENDPOINT_CACHE }, ({ path }) => ({ path, namespace: 'not-asked' }));
    onLoad({ filter: /.*/, namespace: 'not-asked' }, () => ({ contents: NO_CACHE, loader: 'js' }));
    onLoad({ filter: HASHES }, ({ path }) => ({
      contents: `export const ${HASHES.exec(path)?.[1]}Js = undefined;`,
      loader: 'js',
    }));
    onLoad({ filter: OTHER_WISHES }, () => ({ contents: 'module.exports = undefined;', loader: 'js' }));
    onLoad({ filter: NAMES_ERRORS }, async ({ path }) => ({
      contents: withCodes(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    onLoad({ filter: ERROR_TABLE }, () => ({ contents: 'export const ERR = undefined;', loader: 'js' }));
    onLoad({ filter: /@aws-sdk\/client-[\w-]+\/package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
