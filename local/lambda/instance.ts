import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AwsUrls, type FunctionDefinition, runtimeEnvironment } from './definition.ts';
import { nodeBinary } from './node-binary.ts';
import type { FromFunction, FunctionError, Invocation } from './protocol.ts';

/** How an invocation ended; anything but a result is a failure of the function, never of the stack. */
export type Outcome =
  | { readonly kind: 'result'; readonly result: unknown }
  | {
      readonly kind: 'failure' | 'crash' | 'time-out' | 'cold-start-failure' | 'throttled' | 'recursive';
      readonly error: FunctionError;
    };

/** One process of a function: one event at a time. */
export interface Instance {
  /** Handles an event in the chain of this trace header. */
  invoke(event: unknown, traceHeader: string): Promise<Outcome>;
  /** SIGKILL: what a crash looks like. */
  kill(): void;
  /** Ends it as Lambda does when the time of an event is over; what that event's outcome is then. */
  endLate(): Outcome;
  /** Closes the channel, which ends the process; killed when it does not. */
  stop(): Promise<void>;
  readonly isGone: () => boolean;
}

const BOOTSTRAP = fileURLToPath(new URL('./bootstrap.ts', import.meta.url));
const STOP_LIMIT_MS = 2_000;

const failure = (errorType: string, errorMessage: string): FunctionError => ({ errorType, errorMessage, trace: [] });

/** Where Node keeps what it compiled of the bootstrap; for bundles see `loadBundle`. */
const COMPILED = join(tmpdir(), 'node-compile-cache');

/** MiB that a function fills before anything is collected: few live long enough to fill it. */
const YOUNG_HEAP = '--min-semi-space-size=16';

const spawnFunction = (definition: FunctionDefinition, urls: AwsUrls, onLog: (line: string) => void): ChildProcess => {
  const environment = {
    ...definition.environment,
    ...runtimeEnvironment(definition, urls),
    NODE_COMPILE_CACHE: COMPILED,
    ...(urls.outside === undefined ? {} : { LOCAL_OUTSIDE: urls.outside }),
  };
  // A process group of its own: Ctrl-C in the terminal must not stop an event half-way.
  const child = spawn(nodeBinary(), ['--enable-source-maps', YOUNG_HEAP, BOOTSTRAP], {
    cwd: definition.folder,
    env: environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => onLog(text));
  }
  return child;
};

/** One line per failure, as Lambda logs it; the event is not in it. */
const reportFailure = (outcome: Outcome, onLog: (line: string) => void): Outcome => {
  if (outcome.kind !== 'result') onLog(`${outcome.kind}: ${outcome.error.errorType}: ${outcome.error.errorMessage}\n`);
  return outcome;
};

/**
 * Starts an instance of a function; the bundle is imported at once, and a failing import is reported by the first
 * event.
 */
export const startInstance = (
  definition: FunctionDefinition,
  urls: AwsUrls,
  onLog: (line: string) => void,
): Instance => {
  const child = spawnFunction(definition, urls, onLog);
  let isGone = false;
  let settle: ((outcome: Outcome) => void) | undefined;
  const finish = (outcome: Outcome) => {
    settle?.(outcome);
    settle = undefined;
  };
  const cold = new Promise<FunctionError | undefined>((resolve) => {
    child.on('message', (message: FromFunction) => {
      if (message.kind === 'ready') return resolve(undefined);
      if (message.kind === 'cold-start-failure') return resolve(message.error);
      finish(
        message.kind === 'result'
          ? { kind: 'result', result: message.result }
          : { kind: 'failure', error: message.error },
      );
    });
    const gone = (how: string) => {
      isGone = true;
      resolve(failure('Runtime.ExitError', how));
      finish({ kind: 'crash', error: failure('Runtime.ExitError', `${definition.name} exited: ${how}`) });
    };
    child.on('exit', (code, signal) => gone(signal ?? `exit status ${code}`));
    child.on('error', (error) => gone(error.message));
  });
  const kill = () => {
    isGone = true;
    child.kill('SIGKILL');
  };
  const timedOut = (): Outcome => ({
    kind: 'time-out',
    error: failure('Sandbox.Timedout', `Task timed out after ${definition.timeoutMs / 1000} seconds`),
  });
  const endLate = () => {
    kill();
    return reportFailure(timedOut(), onLog);
  };

  const invoke = async (event: unknown, traceHeader: string): Promise<Outcome> => {
    const broken = await cold;
    if (broken) {
      kill();
      const error = { ...broken, errorMessage: `${definition.name} cannot start: ${broken.errorMessage}` };
      return reportFailure({ kind: 'cold-start-failure', error }, onLog);
    }
    return new Promise((resolve) => {
      const limit = setTimeout(() => {
        finish(timedOut());
        kill();
      }, definition.timeoutMs);
      settle = (outcome) => {
        clearTimeout(limit);
        resolve(reportFailure(outcome, onLog));
      };
      if (isGone)
        return finish({ kind: 'crash', error: failure('Runtime.ExitError', `${definition.name} was killed`) });
      const invocation: Invocation = {
        id: randomUUID(),
        event,
        functionArn: definition.arn,
        timeoutMs: definition.timeoutMs,
        traceHeader,
      };
      child.send(invocation, () => undefined);
    });
  };

  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    if (child.connected) child.disconnect();
    const limit = setTimeout(kill, STOP_LIMIT_MS);
    await ended;
    clearTimeout(limit);
  };
  return { invoke, kill, endLate, stop, isGone: () => isGone };
};
