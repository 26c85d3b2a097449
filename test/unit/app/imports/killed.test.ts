import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
import { LONGEST_ROW } from '#shared/domain/csv/longest-row.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { type Job, rejectedIn } from '#shared/domain/job/job.ts';
import { NOW, sha256 } from '../../../support/builders.ts';
import { faultsBetween } from '../../../support/imports/csv-judge.ts';
import { fileIn, importsInMemory, type Wrap } from '../../../support/imports/import-table.ts';

const PROVENANCE = {
  source: 'Registre tenu à la main',
  collectedFrom: '2019-01-01',
  collectedUntil: '2026-11-01',
  approver: { name: 'Jeanne Roy' },
};
const OPPOSITIONS = {
  ...({ rows: 'oppositions', layout: 'own', by: 'email', apiKeyId: 'shop' } as const),
  provenance: PROVENANCE,
};
const PART = { bytes: 4 * LONGEST_ROW, rows: 3 };

class Killed extends Error {}
const isKill = (error: unknown): boolean => error instanceof Killed;
type Fate = 'before' | 'after' | 'no';

/** Every call of a port may be the last that its process makes: before it is done, or after. */
const mortal =
  (dies: () => Fate): Wrap =>
  (port) =>
    new Proxy(port, {
      get: (target, name) => {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function' || name === 'bytesOf') return value;
        return async (...given: unknown[]) => {
          const when = dies();
          if (when === 'before') throw new Killed();
          const done = await Reflect.apply(value, target, given);
          if (when === 'after') throw new Killed();
          return done;
        };
      },
    });

const countsOf = ({ accepted, repeated, rejected }: { accepted: number; repeated: number; rejected: object }) => ({
  accepted,
  repeated,
  rejected: rejectedIn({ accepted, repeated, rejected }),
});

const imported = async (file: Buffer, dies: () => Fate = () => 'no') => {
  const world = importsInMemory();
  const check = await world.run(await world.check(fileIn(file), sha256('1'), OPPOSITIONS), fileIn(file), PART);
  const kill = { wrap: mortal(dies), isKill };
  const commit = await world.run(await world.commit(check.job), fileIn(file), PART, kill);
  return { world, check, commit };
};

const EMAILS = ['a@example.com', 'b@example.com', 'c@example.com', 'd@example.com'];
const row = fc.record({
  email: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...EMAILS) }, fc.constantFrom('', 'nobody', 'A@EXAMPLE.COM')),
  channels: fc.constantFrom('', 'email', 'sms', 'pigeon'),
  occurredAt: fc.constantFrom('', '2024-01-02', 'never'),
});
const fileOf = (rows: readonly { email: string; channels: string; occurredAt: string }[]): Buffer =>
  Buffer.from(
    `email;channels;occurredAt\n${rows.map(({ email, channels, occurredAt }) => `${email};${channels};${occurredAt}\n`).join('')}`,
  );
const fates = fc.infiniteStream(
  fc.constantFrom<Fate>('before', 'after', ...Array.from({ length: 14 }, () => 'no' as const)),
);

/** What remains of each contact, but for when. */
const remaining = (items: readonly object[]) =>
  items
    .filter((item) => 'entity' in item && ['event', 'standing', 'request'].includes(String(item.entity)))
    .map((item) => JSON.stringify(item, Object.keys(item).toSorted()))
    .toSorted();

describe('an import that is killed at any call, before it or after', () => {
  test('records each row once, and counts what the check counted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 14 }), fates, async (rows, fate) => {
        const file = fileOf(rows);
        const whole = await imported(file);
        const hurt = await imported(file, () => fate.next().value);
        expect(hurt.commit.job.counts).toEqual(whole.commit.job.counts);
        expect(hurt.commit.report).toBe(whole.commit.report);
        expect(remaining(hurt.world.items())).toEqual(remaining(whole.world.items()));
        expect(rejectedIn(hurt.check.job.counts)).toBe(rejectedIn(hurt.commit.job.counts));
      }),
      { numRuns: 40 },
    );
  });

  test('leaves what the file says, as another reader of it counts', async () => {
    const once = fc.uniqueArray(fc.nat({ max: 400 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(once, fates, async (numbers, fate) => {
        const rows = numbers.map((n) => ({
          email: n % 7 === 0 ? 'none' : `p${n}@example.com`,
          channels: '',
          occurredAt: '',
        }));
        const file = fileOf(rows);
        const { world, commit } = await imported(file, () => fate.next().value);
        expect(await faultsBetween(world, file, ';', countsOf(commit.job.counts))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the judge of imports finds', () => {
  const rows = Array.from({ length: 12 }, (_, n) => ({ email: `p${n}@example.com`, channels: '', occurredAt: '' }));
  const file = fileOf(rows);
  const judged = async (planted: Buffer, more: object = {}) => {
    const { world, commit } = await imported(planted);
    return faultsBetween(world, file, ';', { ...countsOf(commit.job.counts), ...more });
  };

  test('nothing where nothing is wrong', async () => {
    expect(await judged(file)).toEqual([]);
  });
  test('a row that is left out', async () => {
    expect(await judged(fileOf(rows.slice(1)))).toEqual(['11 rows are counted of 12', '1 oppositions are lost']);
  });
  test('a row that is counted and not recorded', async () => {
    expect(await judged(fileOf([...rows.slice(1), { email: 'none', channels: '', occurredAt: '' }]))).toEqual([
      '1 oppositions are lost',
    ]);
  });
  test('somebody who is not in the file', async () => {
    const other = { email: 'other@example.com', channels: '', occurredAt: '' };
    expect(await judged(fileOf([...rows.slice(1), other]))).toEqual([
      '1 oppositions are lost',
      '1 oppositions are of nobody in the file',
    ]);
  });
  test('an opposition that is recorded twice', async () => {
    const dated = { email: 'p0@example.com', channels: '', occurredAt: '2024-01-02' };
    expect(await judged(fileOf([...rows, dated]), { rejected: -1 })).toEqual(['1 contacts oppose more than once']);
  });
  test('rows that are counted twice', async () => {
    expect(await judged(file, { repeated: 3 })).toEqual(['15 rows are counted of 12']);
  });
});

/** A ledger of which one method does something else. */
const withLedger =
  (planted: (ledger: Ledger) => Partial<Ledger>): Wrap =>
  (port) =>
    'append' in port ? { ...port, ...planted(port as unknown as Ledger) } : port;

describe('the judge of imports finds, planted in the code:', () => {
  const rows = Array.from({ length: 12 }, (_, n) => ({ email: `p${n}@example.com`, channels: '', occurredAt: '' }));
  const dated = rows.map((each) => ({ ...each, occurredAt: '2024-01-02' }));
  const file = fileOf(dated);
  const found = async (wrap: Wrap, times = 1) => {
    const world = importsInMemory();
    let last: Job | undefined;
    for (let n = 0; n < times; n += 1) {
      const check = await world.run(await world.check(fileIn(file), sha256('1'), OPPOSITIONS), fileIn(file), PART);
      last = (await world.run(await world.commit(check.job), fileIn(file), PART, { wrap })).job;
    }
    return faultsBetween(world, file, ';', countsOf(last?.counts ?? { accepted: 0, repeated: 0, rejected: {} }));
  };

  test('nothing where nothing is wrong, also the second time', async () => {
    expect(await found((port) => port, 2)).toEqual([]);
  });
  test('a write that is said to be done and is not', async () => {
    let writes = 0;
    const lossy = withLedger((ledger) => ({
      append: async (...given) => {
        writes += 1;
        return writes === 5 ? 'written' : ledger.append(...given);
      },
    }));
    expect(await found(lossy)).toEqual(['1 oppositions are lost']);
  });
  test('a repeated request that is not seen, nor stored', async () => {
    const forgetful = withLedger((ledger) => ({
      findRequest: async () => undefined,
      append: (access, writes, { request: _forgotten, ...more }) => ledger.append(access, writes, more),
    }));
    expect(await found(forgetful, 2)).toEqual(['12 contacts oppose more than once']);
  });
});

test('the same file a day later changes nothing', async () => {
  const file = fileOf(EMAILS.map((email) => ({ email, channels: 'email', occurredAt: '' })));
  const { world } = await imported(file);
  const before = remaining(world.items());
  world.time.now = new Date(Date.parse(NOW) + 86_400_000).toISOString() as Instant;
  const again = await world.run(await world.check(fileIn(file), sha256('1'), OPPOSITIONS), fileIn(file), PART);
  const commit = await world.run(await world.commit(again.job), fileIn(file), PART);
  expect(commit.job.counts).toMatchObject({ accepted: 0, repeated: 4 });
  expect(remaining(world.items())).toEqual(before);
});
