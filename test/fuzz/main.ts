/**
 * `npm run fuzz`: gives the functions requests, visits and queue records made from the published document, valid, nearly
 * valid and hostile, and prints what must never be. `-- --count N --seed S` says how many and which; a run in shards of
 * 10,000 goes on where it stopped, as long as no source changed. `-- --planted` plants eleven faults, one by one, each of which
 * must be found. `-- --stack` gives some thousands to a whole running system. Ends with 1 where anything was found. What a finding shrank to lies in `reports/fuzz/`.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readSources } from '../support/architecture/sources.ts';
import { FAULTS } from './planted/faults.ts';
import { type Report, reportText } from './report.ts';
import { added, NOTHING } from './tally.ts';

const SHARD = 10_000;
/** A system of its own takes some hundred requests a second. */
const MOST_THROUGH_STACK = 5_000;
const FOLDER = 'reports/fuzz';
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '1' },
    planted: { type: 'boolean', default: false },
    stack: { type: 'boolean', default: false },
  },
});

const running = new Set<ReturnType<typeof spawn>>();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    for (const child of running) child.kill('SIGTERM');
    process.exit(130);
  });

/** Runs one shard in a process of its own: what a function keeps between its calls is given up with it. */
const runShard = (more: readonly string[]): Promise<Report> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--expose-gc', 'test/fuzz/shard.ts', ...more], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.add(child);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('exit', (code) => {
      running.delete(child);
      const last = Buffer.concat(chunks).toString('utf8').trim().split('\n').at(-1) ?? '';
      if (code === 0) resolve(JSON.parse(last) as Report);
      else reject(new Error(`a shard ended with ${code}: ${more.join(' ')}`));
    });
  });

const sources = (): string => {
  const hash = createHash('sha256').update(readFileSync('docs/openapi.json'));
  for (const [file, text] of readSources()) hash.update(`${file}\n${text}`);
  return hash.digest('hex').slice(0, 12);
};

const keptShard = async (name: string, more: readonly string[]): Promise<Report> => {
  const file = `${FOLDER}/${name}.json`;
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Report;
  const report = await runShard(more);
  writeFileSync(file, JSON.stringify(report));
  return report;
};

const fuzz = async (): Promise<number> => {
  mkdirSync(FOLDER, { recursive: true });
  const [count, seed, of] = [Number(values.count), Number(values.seed), sources()];
  const shards = Array.from({ length: Math.ceil(count / SHARD) }, (_, index) => ({
    name: `${of}-${seed}-${count}-${index}`,
    more: ['--seed', String(seed * 10_000 + index), '--count', String(Math.min(SHARD, count - index * SHARD))],
  }));
  const reports: Report[] = [];
  const work = async (): Promise<void> => {
    for (let next = shards.shift(); next !== undefined; next = shards.shift()) {
      const report = await keptShard(next.name, next.more);
      reports.push(report);
      const total = reports.reduce((sum, { counts }) => sum + counts.total, 0);
      say(`${total.toLocaleString('en-GB')} inputs, ${report.findings.length} findings in ${next.name}`);
      for (const { signature, says, act } of report.findings)
        say(`  ${signature}\n    ${says.slice(0, 600)}\n    ${act.slice(0, 400)}`);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Number(values.jobs)) }, work));
  const growths = reports.flatMap(({ growth }) => growth ?? []);
  const whole: Report = {
    counts: reports.map(({ counts }) => counts).reduce(added, NOTHING),
    findings: reports.flatMap(({ findings }) => findings),
    growth: growths.length === 0 ? undefined : growths.reduce((sum, each) => sum + each, 0) / growths.length,
  };
  say(`\n${reportText(whole)}`);
  return whole.findings.length === 0 ? 0 : 1;
};

/** Inputs within which each planted fault must be found. */
const BUDGET = 20_000;

const findPlanted = async (): Promise<number> => {
  const rows: string[] = [];
  let missed = 0;
  for (const { name } of FAULTS) {
    const more = ['--plant', name, '--first', '--count', String(BUDGET), '--seed', values.seed];
    const { counts, findings } = await runShard(more);
    const [found] = findings;
    if (found === undefined) missed += 1;
    rows.push(`| ${name} | ${found === undefined ? 'not found' : counts.total} | ${found?.kind ?? ''} |`);
    say(rows.at(-1) ?? '');
  }
  say(['', '| planted | inputs until it is found | as |', '| --- | --- | --- |', ...rows].join('\n'));
  return missed === 0 ? 0 : 1;
};

const throughStack = async (): Promise<number> => {
  const { fuzzStack } = await import('./whole-stack.ts');
  const { after, ...report } = await fuzzStack(Math.min(Number(values.count), MOST_THROUGH_STACK), Number(values.seed));
  for (const { signature, act } of report.findings) say(`  ${signature}\n    ${act.slice(0, 400)}`);
  for (const each of after) say(`  ${each}`);
  say(`\n${reportText(report)}`);
  return report.findings.length + after.length === 0 ? 0 : 1;
};

if (values.stack) process.exit(await throughStack());
process.exit(values.planted ? await findPlanted() : await fuzz());
