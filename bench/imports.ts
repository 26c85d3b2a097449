import { mkdtempSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Job, rejectedIn } from '../shared/domain/job/job.ts';
import { faultsBetween } from '../test/support/imports/csv-judge.ts';
import {
  type FileOfTest,
  type ImportsInMemory,
  importsInMemory,
  type Wrap,
} from '../test/support/imports/import-table.ts';

/** What an import of so many rows took. */
interface ImportMeasure {
  readonly rows: number;
  readonly checkedPerSecond: number;
  readonly recordedPerSecond: number;
  /** Of the process, in MB: of the check, which keeps nothing, and of the commit with the table that it fills. */
  readonly peakOfCheckMb: number;
  readonly peakMb: number;
}

const PROVENANCE = {
  source: 'bench',
  collectedFrom: '2019-01-01',
  collectedUntil: '2026-11-01',
  approver: { name: 'bench' },
};

/** A file on disk of those who opposed: one row in fifty names nobody, one in ten has a bad date. */
const written = (folder: string, rows: number): string => {
  const lines = ['email;channels;via;occurredAt;evidenceReference'];
  for (let n = 0; n < rows; n += 1) {
    const email = n % 50 === 49 ? 'sans adresse' : `lecteur-${n}@example.com`;
    lines.push(`${email};email;letter;${n % 10 === 3 ? 'jamais' : '2024-03-12'};"ne plus écrire, merci"`);
  }
  const path = join(folder, 'import.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};

const fileAt = (path: string): FileOfTest => {
  const descriptor = openSync(path, 'r');
  return {
    bytes: statSync(path).size,
    read: (from, most) => {
      const bytes = Buffer.alloc(most);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, most, from));
    },
  };
};

/** The most memory that this process ever had, in MB. */
const peakMb = (): number => process.resourceUsage().maxRSS / 1024;

class Killed extends Error {}

type Run = NonNullable<Parameters<ImportsInMemory['run']>[3]>;

/** A port of which one method is followed by something, with what it was given. */
const followed = <T extends object>(port: T, name: string, then: (given: readonly unknown[]) => void): T =>
  new Proxy(port, {
    get: (target, key) => {
      const value = Reflect.get(target, key);
      if (key !== name || typeof value !== 'function') return value;
      return async (...given: unknown[]) => {
        const done = await Reflect.apply(value, target, given);
        then(given);
        return done;
      };
    },
  });

/** Of a million rows it is said how far they are. */
const SAID_EACH = 100_000;

/**
 * How a job is run: what the table noted of its writes is forgotten after each part, and, where `killedAt` says so, the worker dies once, just
 * behind a write that the table has. What it had in hand goes on for a moment then, beside the worker that goes on.
 */
const runOf = (memory: ImportsInMemory['memory'], killedAt?: number): Run => {
  const start = performance.now();
  let [writes, said] = [0, 0];
  const wrap: Wrap = (port) => {
    if ('advance' in port)
      return followed(port, 'advance', ([, next]) => {
        memory.forgetWrites();
        const { counts, task } = next as Job;
        const rows = counts.accepted + counts.repeated + rejectedIn(counts);
        if (rows - said < SAID_EACH) return;
        said = rows;
        const seconds = Math.round((performance.now() - start) / 1000);
        process.stderr.write(`${task.kind}: ${rows} rows in ${seconds} s, ${Math.round(peakMb())} MB\n`);
      });
    return followed(port, 'append', () => {
      writes += 1;
      if (writes === killedAt) throw new Killed();
    });
  };
  return { wrap, isKill: (error) => error instanceof Killed };
};

const timed = async <T>(work: () => Promise<T>) => {
  const start = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - start) / 1000, peakMb: peakMb() };
};

/**
 * Checks and records a file of so many rows, over a table in memory, with a kill in the middle of the recording, and compares what the
 * ledger has then with what another reader of the file says: each who is named opposed once, and nobody else. Throws where they differ.
 */
const benchImport = async (rows: number): Promise<ImportMeasure> => {
  const folder = mkdtempSync(join(tmpdir(), 'aval-import-'));
  try {
    const path = written(folder, rows);
    const imports = importsInMemory();
    const asked = {
      rows: 'oppositions',
      layout: 'own',
      by: 'email',
      provenance: PROVENANCE,
      apiKeyId: 'bench',
    } as const;
    const draft = await imports.check(fileAt(path), '0'.repeat(64), asked);
    const check = await timed(() => imports.run(draft, fileAt(path), undefined, runOf(imports.memory)));
    const begun = await imports.commit(check.result.job);
    const commit = await timed(() =>
      imports.run(begun, fileAt(path), undefined, runOf(imports.memory, Math.round(rows / 2))),
    );
    const { counts } = commit.result.job;
    if (JSON.stringify(counts) !== JSON.stringify(check.result.job.counts))
      throw new Error('the check counted otherwise');
    const faults = await faultsBetween(imports, path, ';', { ...counts, rejected: rejectedIn(counts) });
    if (faults.length > 0) throw new Error(faults.join('; '));
    return {
      rows,
      checkedPerSecond: rows / check.seconds,
      recordedPerSecond: rows / commit.seconds,
      peakOfCheckMb: check.peakMb,
      peakMb: commit.peakMb,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The head and the rows of a table: what files of so many rows took, one after the other. */
export const benchImports = async (
  counts: readonly number[],
): Promise<readonly [head: readonly string[], rows: readonly (readonly string[])[]]> => {
  const rows: string[][] = [];
  for (const count of counts) {
    const { checkedPerSecond, recordedPerSecond, peakOfCheckMb, peakMb: peak } = await benchImport(count);
    const figures = [count, checkedPerSecond, recordedPerSecond, peakOfCheckMb, peak];
    rows.push(figures.map((figure) => Math.round(figure).toLocaleString('en-GB')));
  }
  return [['rows', 'checked per second', 'recorded per second', 'peak MB, check', 'peak MB, with the table'], rows];
};
