import { loadBundle } from './kept-code.ts';
import type { FromFunction, Invocation } from './protocol.ts';

// To import a module of Node reads all that it exports, and with it much that takes longer to load than most functions.
const { getBuiltinModule } = process;
const { existsSync } = getBuiltinModule('node:fs');
const { flushCompileCache } = getBuiltinModule('node:module');
const { join } = getBuiltinModule('node:path');
const { format } = getBuiltinModule('node:util');

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

const loadHandler = async (): Promise<{ readonly handler: Handler; readonly keep: () => void }> => {
  const [file = 'index', name = 'handler'] = (process.env._HANDLER ?? '').split('.');
  const root = process.env.LAMBDA_TASK_ROOT ?? process.cwd();
  const path = ['.mjs', '.js', '.cjs'].map((extension) => join(root, `${file}${extension}`)).find(existsSync);
  if (path === undefined) throw new Error(`Cannot find ${file} in the bundle`);
  const { exported, keep } = await loadBundle(path);
  const handler = exported[name];
  if (typeof handler !== 'function') throw new Error(`${file}.${name} is not a function`);
  return { handler: handler as Handler, keep };
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
};

const { setFlagsFromString } = getBuiltinModule('node:v8');
/**
 * Patterns as machine code at once. V8 first makes bytecode of each, which takes 75 ms for the longest of the law, and machine code of it when it is asked again, which takes 3.
 * While a flag is not as it was, Node finds none of the code that it has of its own modules: what functions load later is loaded before.
 */
const compilePatternsOnce = (): void => {
  for (const name of ['node:http', 'node:fs/promises', 'node:perf_hooks']) getBuiltinModule(name);
  void globalThis.ReadableStream;
  setFlagsFromString('--no-regexp-tier-up');
};
/** With the flags by which the next instance will look for what is kept. */
const asNodeBegan = (work: () => void): void => {
  setFlagsFromString('--regexp-tier-up');
  work();
  setFlagsFromString('--no-regexp-tier-up');
};

// Read by Node when it began, and no variable of the function.
delete process.env.NODE_COMPILE_CACHE;
const { LOCAL_OUTSIDE } = process.env;
if (LOCAL_OUTSIDE !== undefined) (await import('./outside.ts')).keepInside(LOCAL_OUTSIDE);
delete process.env.LOCAL_OUTSIDE;
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole terminal; the stack lets the event in hand finish.
process.on('SIGINT', () => undefined);

try {
  const { handler, keep } = await loadHandler();
  compilePatternsOnce();
  let isFirst = true;
  process.on('message', async (invocation: Invocation) => {
    await run(handler, invocation);
    if (!isFirst) return;
    isFirst = false;
    // Kept now, for the next instance, with what the first event needed: this one may be killed.
    flushCompileCache();
    asNodeBegan(keep);
  });
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'cold-start-failure', error: describe(error) });
}
