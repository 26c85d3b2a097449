import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { BootFailure } from '../boot/boot-failure.ts';
import { listen } from '../boot/listen.ts';
import { nodeBinary } from '../lambda/node-binary.ts';
import { requireJava } from './java.ts';

/** A DynamoDB Local, in a process that ends with ours. */
export interface DynamoDbProcess {
  readonly url: string;
  stop(): Promise<void>;
}

const GUARD = fileURLToPath(new URL('./dynamodb-guard.ts', import.meta.url));
const START_LIMIT_MS = 30_000;

const freePort = async (): Promise<number> => {
  const probe = createServer();
  const port = await listen(probe, 0, 'probe');
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

const answers = (url: string) =>
  fetch(url, { method: 'GET' }).then(
    () => true,
    () => false,
  );

const waitUntilReady = async (url: string, child: ChildProcess) => {
  const deadline = performance.now() + START_LIMIT_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null)
      throw new BootFailure('DynamoDB Local stopped while starting: is Java able to run on this machine?');
    if (performance.now() > deadline)
      throw new BootFailure(`DynamoDB Local did not start within ${START_LIMIT_MS / 1000} seconds.`);
    await wait(50);
  }
};

/** How DynamoDB Local keeps what it has. */
export interface HowKept {
  /** Where it keeps its tables; absent: in memory. */
  readonly folder?: string | undefined;
  /** True: who calls by another access key, of letters and digits, finds no table of this one's; unless said, all find the same. */
  readonly isApart?: boolean | undefined;
}

/** Starts DynamoDB Local on a free port. Throws `BootFailure` when Java is missing, too old, or does not start it. */
export const startDynamoDb = async ({ folder, isApart = false }: HowKept = {}): Promise<DynamoDbProcess> => {
  requireJava();
  const port = await freePort();
  const child = spawn(
    nodeBinary(),
    [GUARD, String(port), isApart ? 'apart' : 'shared', ...(folder === undefined ? [] : [folder])],
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  );
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    if (child.connected) child.disconnect();
    await ended;
  };
  try {
    await waitUntilReady(url, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
};
