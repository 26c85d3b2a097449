import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BootFailure } from '../boot/boot-failure.ts';

/** The folder in which a stack keeps what it has, from one start to the next. */
export interface Kept {
  /** Where the emulator of DynamoDB keeps its tables and their streams. */
  readonly store: string;
  /** Where the emulator of queues, topics and buckets keeps them. */
  readonly messages: string;
  /** The file of the clock's offset. */
  readonly clock: string;
  /** Milliseconds by which the clock was ahead; absent: it was never started. */
  readonly offsetMs: number | undefined;
  /** What was kept by a name: `secrets`, `keys` of KMS, `ports`. */
  read<T>(name: 'secrets' | 'keys' | 'ports'): Readonly<Record<string, T>>;
  keep(name: 'secrets' | 'keys' | 'ports', values: ReadonlyMap<string, string | number>): void;
  /** From now on another stack may have it. */
  release(): void;
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const textIn = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** Opens the folder, which is made where it is not there. Throws `BootFailure` while another stack has it. */
export const openKept = (folder: string): Kept => {
  const at = (name: string) => join(resolve(folder), name);
  for (const name of ['store', 'messages']) mkdirSync(at(name), { recursive: true });
  const owner = Number(textIn(at('pid')) ?? 0);
  if (owner > 0 && owner !== process.pid && isRunning(owner))
    throw new BootFailure(`${folder} belongs to a stack that runs, process ${owner}: end it first.`);
  writeFileSync(at('pid'), String(process.pid));
  const offset = textIn(at('clock-offset'));
  return {
    store: at('store'),
    messages: at('messages'),
    clock: at('clock-offset'),
    offsetMs: offset === undefined ? undefined : Number(offset),
    read: (name) => JSON.parse(textIn(at(`${name}.json`)) ?? '{}'),
    keep: (name, values) =>
      writeFileSync(at(`${name}.json`), `${JSON.stringify(Object.fromEntries(values), undefined, 2)}\n`, {
        mode: 0o600,
      }),
    release: () => rmSync(at('pid'), { force: true }),
  };
};
