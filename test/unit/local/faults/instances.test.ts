import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FaultKind } from '#local/faults/drawn-faults.ts';
import { createRunner } from '#local/lambda/runner.ts';
import { always } from './always.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  writeFileSync(join(folder, 'index.mjs'), 'let n = 0; export const handler = async () => { n += 1; return n; };\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What two events one after the other came to, in a function that counts those of its process. */
const twoEvents = async (kind: FaultKind, calledBySources: readonly string[]) => {
  const url = 'http://127.0.0.1:9';
  const runner = createRunner({
    definitions: [
      {
        ...{ name: 'f', arn: 'arn', role: 'role', folder, handler: 'index.handler' },
        ...{ timeoutMs: 20_000, memoryMb: 128, mayGoRound: false, environment: {} },
      },
    ],
    urls: { main: url, dynamodb: url, sesv2: url, sns: url },
    concurrency: new Map(),
    drawn: always(kind),
    calledBySources: new Set(calledBySources),
  });
  const outcomes = [await runner.invoke('f', {}), await runner.invoke('f', {})];
  await runner.stop();
  return outcomes.map((outcome) => (outcome.kind === 'result' ? outcome.result : outcome.kind));
};

test.each<[string, FaultKind, readonly string[], readonly unknown[]]>([
  ['without a fault its process stays', 'ttl-lag', ['f'], [1, 2]],
  ['a cold start begins anew', 'cold-start', [], [1, 1]],
  ['a time-out is all that is known of what was done', 'time-out', ['f'], ['time-out', 'time-out']],
  ['nobody who waits for an answer meets one', 'time-out', [], [1, 2]],
])('%s', async (_, kind, calledBySources, came) => {
  expect(await twoEvents(kind, calledBySources)).toEqual(came);
});
