import { spawnSync } from 'node:child_process';
import type { Finding } from './judge.ts';

interface Report {
  readonly tried: number;
  readonly found: readonly Finding[];
}

/** `main.ts` in a process of its own: it takes the place of AWS, and a fault is put into what it loads. */
export const triedForeign = (...more: readonly string[]): Report => {
  const command = ['test/walls/foreign/main.ts', ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`it ended with ${status}: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Report;
};
