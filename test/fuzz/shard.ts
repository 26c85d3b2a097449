/**
 * One process of the fuzzer: `--cases` plays every kept case, `--count N --seed S` plays sessions until N inputs were given, or,
 * with `--first`, until something is found. `--plant NAME` plants a fault.
 * Its last line is a `Report` in JSON.
 */
import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { plant } from './planted/plant.ts';
import type { Report } from './report.ts';
import type { Act, Found } from './session.ts';
import { awsInMemory } from './store/aws.ts';
import { tallyOf } from './tally.ts';
import { setEnvironment, stopClock } from './world.ts';

const SESSIONS_AT_ONCE = 200;
/** Shrinking plays a session again and again: what one search may take. */
const MOST_SHRINKS = 400;
/** Inputs after which a process has loaded everything that it keeps. */
const WARM = 4_000;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    cases: { type: 'boolean', default: false },
    first: { type: 'boolean', default: false },
    plant: { type: 'string' },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];

if (values.plant !== undefined) plant(values.plant);
setEnvironment();
stopClock();
const aws = awsInMemory();
const { ask } = await import('./gateway.ts');
const { makeWorld } = await import('./make-world.ts');
const { play, session } = await import('./session.ts');
const world = await makeWorld(aws, ask);
const tally = tallyOf();
const findings: Report['findings'][number][] = [];

/** The same fault found twice: its kind, where, and what it says without ids, moments and numbers. */
const signatureOf = ({ kind, act, says }: Found): string =>
  `${kind} ${act
    .split(/[ ?]/)
    .slice(0, 2)
    .join(' ')
    .replace(/\/[^/]{12,}/g, '/…')} ${says.replace(/[0-9a-f-]{16,}|\d+/gi, '…').slice(0, 60)}`;

const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

const playCases = async (): Promise<void> => {
  for (const file of globSync('test/fuzz/cases/*.json').sort()) {
    const { acts } = JSON.parse(readFileSync(file, 'utf8')) as { acts: readonly Act[] };
    for (const found of await play(world, acts, tally)) findings.push({ ...found, signature: file, acts: [] });
  }
};

const known = new Set<string>();
let chunk = 0;
/** Plays sessions; a finding that is new is shrunk and kept, and the search goes on. */
const search = async (): Promise<void> => {
  const isNew = (found: Found) => !known.has(signatureOf(found));
  const property = fc.asyncProperty(session, async (acts) => !(await play(world, acts, tally)).some(isNew));
  const result = await fc.check(property, {
    seed: seed * 1_000_003 + chunk,
    numRuns: SESSIONS_AT_ONCE,
    interruptAfterTimeLimit: 120_000,
    markInterruptAsFailure: false,
    // Who asks whether anything is found needs no smallest example.
    endOnFailure: values.first,
  });
  chunk += 1;
  if (!result.failed || result.counterexample === null) return;
  const [acts] = result.counterexample;
  for (const found of (await play(world, acts, tallyOf())).filter(isNew)) {
    const signature = signatureOf(found);
    if (known.has(signature)) continue;
    known.add(signature);
    findings.push({ ...found, signature, acts });
  }
};

if (values.cases) await playCases();
let warm = 0;
while (tally.counts().total < count && !(values.first && findings.length > 0) && findings.length < MOST_SHRINKS) {
  await search();
  if (warm === 0 && tally.counts().total >= WARM) warm = heap();
}
const { total } = tally.counts();
const growth = warm === 0 || total < 2 * WARM ? undefined : ((heap() - warm) / (total - WARM)) * 100_000;
const report: Report = { counts: tally.counts(), findings, growth };
process.stdout.write(`${JSON.stringify(report)}\n`);
