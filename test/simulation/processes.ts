import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Found, NOTHING, type StoryKind, together } from './seeds.ts';

interface Seeds {
  readonly from: number;
  readonly until: number;
}

/** Seeds that one process runs before the next one begins: what is kept in memory is not kept long. */
const SHARE: Readonly<Record<StoryKind, number>> = {
  messages: 1_000,
  routed: 1_000,
  'campaigns-20': 400,
  'campaigns-500': 25,
  'campaigns-10000': 2,
};

/** Where what was compiled of the code is kept for the next process: to load all of it takes as long as several seeds of twenty. */
const COMPILED = '.aval/compiled';

/** Runs seeds in a process of its own, of the code that lies in `root`. */
export const inProcess = (
  root: string,
  { from, until }: Seeds,
  kind: StoryKind,
  more: readonly string[] = [],
): Promise<Found> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['test/simulation/search.ts', String(from), String(until), kind, ...more], {
      cwd: root,
      env: { ...process.env, NODE_COMPILE_CACHE: join(root, COMPILED) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: Buffer[] = [];
    const complained: Buffer[] = [];
    child.stdout.on('data', (bytes: Buffer) => said.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => complained.push(bytes));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) return resolve(JSON.parse(Buffer.concat(said).toString()) as Found);
      reject(new Error(`${from} to ${until}: ${Buffer.concat(complained).toString()}`));
    });
  });

/** Runs seeds on every core. */
export const onEveryCore = async (root: string, { from, until }: Seeds, kind: StoryKind): Promise<Found> => {
  let next = from;
  let found = NOTHING;
  const work = async (): Promise<void> => {
    while (next < until) {
      const own = next;
      next = Math.min(until, own + SHARE[kind]);
      // Awaited first: what another process found meanwhile would be lost.
      const more = await inProcess(root, { from: own, until: next }, kind);
      found = together(found, more);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return found;
};
