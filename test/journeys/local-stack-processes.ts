import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeBinary } from '#local/lambda/node-binary.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A program of the repository in a process of its own, with what it said. */
export interface Program {
  readonly child: ChildProcess;
  output(): string;
  /** Resolves to the exit code (or the signal) once it is gone. */
  readonly ended: Promise<number | string>;
}

/** Runs a program on the pinned Node.js, as where no test runs: a system that it starts has a store of its own. */
export const run = (parameters: readonly string[], environment: NodeJS.ProcessEnv = process.env): Program => {
  const child = spawn(nodeBinary(), [...parameters], {
    cwd: ROOT,
    env: { ...environment, AVAL_STORE_URL: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<number | string>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown')),
  );
  return { child, output: () => output, ended };
};

const parentOf = (pid: string): number | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : Number(parent);
  } catch {
    return undefined;
  }
};

/** All processes below this one. */
export const descendantsOf = (root: number): readonly number[] => {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [Number(pid), parentOf(pid)]),
  );
  const below = (pid: number): number[] =>
    [...parents].filter(([, parent]) => parent === pid).flatMap(([child]) => [child, ...below(child)]);
  return below(root);
};

/** Those of these processes that still run. */
export const alive = (pids: readonly number[]): readonly number[] =>
  pids.filter((pid) => parentOf(String(pid)) !== undefined);

/** 127.0.0.1 as the kernel writes it; the JVM listens on the IPv6 form of it. */
export const LOOPBACK: readonly string[] = ['0100007F', '0000000000000000FFFF00000100007F'];

const readOrNothing = <T>(read: () => readonly T[]): readonly T[] => {
  try {
    return read();
  } catch {
    // The process ended, or closed the file, while it was looked at.
    return [];
  }
};

const socketsOf = (pid: number): readonly string[] =>
  readOrNothing(() => readdirSync(`/proc/${pid}/fd`)).flatMap((fd) =>
    readOrNothing(() => /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.slice(1) ?? []),
  );

/** A TCP port on which a process listens, with its address as /proc/net/tcp and tcp6 write it. */
interface Listening {
  readonly address: string;
  readonly port: number;
}

/** Where this process, or the one that is named, and those below it listen. A process that ends meanwhile is left out. */
export const listeningOf = (root: number = process.pid): readonly Listening[] => {
  const own = new Set([root, ...descendantsOf(root)].flatMap(socketsOf));
  return ['tcp', 'tcp6'].flatMap((protocol) =>
    readFileSync(`/proc/net/${protocol}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === '0A' && own.has(inode ?? ''))
      .map(([, local = '']) => local.split(':'))
      .map(([address = '', port = '']) => ({ address, port: Number.parseInt(port, 16) })),
  );
};
