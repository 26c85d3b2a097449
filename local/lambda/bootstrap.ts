import { existsSync } from 'node:fs';
import { createRequire, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { keepInside } from './outside.ts';
import type { FromFunction, Invocation } from './protocol.ts';

/**
 * The process of one function instance: imports its bundle once, then handles one event at a time, as Lambda does.
 * It knows nothing of the stack but this channel, and ends when the channel closes.
 */
type Handler = (event: unknown, context: object) => unknown;

/**
 * Lambda's text format: time, request and level stand before each line that a function writes (AWS Lambda, "Log and monitor
 * Node.js Lambda functions"). A metric filter on `ERROR` finds the level there.
 */
const writeAsLambda = (requestOf: () => string): void => {
  for (const level of ['debug', 'info', 'warn', 'error'] as const) {
    const write = console[level].bind(console);
    console[level] = (...said: unknown[]) =>
      write(`${new Date().toISOString()}\t${requestOf()}\t${level.toUpperCase()}\t${format(...said)}`);
  }
};

const send = (message: FromFunction) => process.send?.(message);
const describe = (error: unknown) =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') }
    : { errorType: typeof error, errorMessage: String(error), trace: [] };

const loadHandler = async (): Promise<Handler> => {
  const [file = 'index', name = 'handler'] = (process.env._HANDLER ?? '').split('.');
  const root = process.env.LAMBDA_TASK_ROOT ?? process.cwd();
  const path = ['.mjs', '.js', '.cjs'].map((extension) => join(root, `${file}${extension}`)).find(existsSync);
  if (path === undefined) throw new Error(`Cannot find ${file} in the bundle`);
  const exported = ((await import(pathToFileURL(path).href)) as Record<string, unknown>)[name];
  if (typeof exported !== 'function') throw new Error(`${file}.${name} is not a function`);
  return exported as Handler;
};

const contextOf = (invocation: Invocation) => {
  const deadline = performance.now() + invocation.timeoutMs;
  return {
    awsRequestId: invocation.id,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: '$LATEST',
    invokedFunctionArn: invocation.functionArn,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
};

const http = createRequire(import.meta.url)('node:http');
let requestId = 'undefined';
writeAsLambda(() => requestId);

const run = async (handler: Handler, invocation: Invocation) => {
  requestId = invocation.id;
  process.env._X_AMZN_TRACE_ID = invocation.traceHeader;
  try {
    const result = await handler(invocation.event, contextOf(invocation));
    send({ kind: 'result', id: invocation.id, result: result === undefined ? null : result });
  } catch (error) {
    console.error('Invoke Error');
    send({ kind: 'failure', id: invocation.id, error: describe(error) });
  }
  // Kept now, for the next instance, with what the first event needed; nothing is written where it was kept before.
  flushCompileCache();
};

// To import `node:http` reads all that it exports, and with it a client of web sockets that takes longer to load than most functions.
for (const unused of ['WebSocket', 'CloseEvent', 'MessageEvent'])
  Object.defineProperty(http, unused, { value: undefined });
// Read by Node when it began, and no variable of the function.
delete process.env.NODE_COMPILE_CACHE;
const { LOCAL_OUTSIDE } = process.env;
if (LOCAL_OUTSIDE !== undefined) keepInside(LOCAL_OUTSIDE);
delete process.env.LOCAL_OUTSIDE;
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole terminal; the stack lets the event in hand finish.
process.on('SIGINT', () => undefined);

try {
  const handler = await loadHandler();
  process.on('message', (invocation: Invocation) => void run(handler, invocation));
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'cold-start-failure', error: describe(error) });
}
