import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shareOfCount } from '../support/shares/share.ts';
import type { Report } from './report.ts';

/** What a run of `npm test` plays; `npm run fuzz` plays a million, and `npm run whole -- fuzz` three thousand. */
const COUNT = shareOfCount(3_000, 1_000);
const SEED = 20261127;

/** In a process of its own: it stops the clock, and takes the place of AWS. */
const shard = (...more: readonly string[]): Report => {
  const command = ['test/fuzz/shard.ts', ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`the fuzzer ended with ${status}: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Report;
};

test('what was found once, and a thousand new inputs or more, find nothing', () => {
  const { counts, findings } = shard('--cases', '--count', String(COUNT), '--seed', String(SEED));
  expect(findings.map(({ signature, says, act }) => ({ signature, says, act }))).toEqual([]);
  expect(counts.total).toBeGreaterThan(COUNT);
  const taken = Object.values(counts.byName).filter((byStatus) =>
    Object.keys(byStatus).some((each) => /^2|h/.test(each)),
  );
  expect(taken.length, 'most operations take something of it').toBeGreaterThan(40);
});
