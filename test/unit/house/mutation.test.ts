import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Mutant } from '../../support/mutation/instrumented-law.ts';
import { type Notes, noteIn, ordered } from '../../support/mutation/order.ts';
import { askAll, startWorker } from '../../support/mutation/processes.ts';
import { reportOf, scoreOf } from '../../support/mutation/report.ts';
import { filesIn, noticedIn, type TriedFile, tryFile } from '../../support/mutation/try-mutants.ts';
import { drawnOrder } from '../../support/shares/share.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'aval-mutation-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));
const written = (name: string, source: string): string => {
  const file = join(FOLDER, name);
  writeFileSync(file, source);
  return file;
};

/** A law of one comparison as Stryker changes it, with tests: one that looks, one that does not, one that fails anyway, and one that keeps a value. */
const BUNDLE = `
const isAwake = (id) => {
  const state = (globalThis.__stryker__ ??= {});
  const { currentTestId: test, mutantCoverage: coverage } = state;
  if (coverage) {
    const met = test === undefined ? coverage.static : (coverage.perTest[test] ??= {});
    met[id] = (met[id] ?? 0) + 1;
  }
  if (state.hitCount !== undefined && state.activeMutant === id && ++state.hitCount > state.hitLimit) throw new Error('it loops');
  return state.activeMutant === id;
};
let kept;
const isAdult = (age) => (isAwake('law#0') ? age > 18 : age >= 18);
const years = () => { let sum = 0; while (isAwake('law#1') ? true : sum < 3) sum += 1; return sum; };
const onceMade = () => (kept ??= isAwake('law#2') ? 'changed' : 'as it is');
const test = (name, run) => ({ name, run: async () => run() });
const is = (one, other) => { if (one !== other) throw new Error(one + ' is not ' + other); };
export const files = new Map([
  ['looks.test.ts', async () => [test('at eighteen', () => is(isAdult(18), true)), test('fails anyway', () => is(1, 2))]],
  ['does-not.test.ts', async () => [test('at thirty', () => is(isAdult(30), true))]],
  ['loops.test.ts', async () => [test('three years', () => is(years(), 3))]],
  ['keeps.test.ts', async () => [test('is made once', () => is(onceMade(), 'as it is'))]],
]);`;

describe('a mutant of the law', () => {
  let bundle = '';
  const tried = new Map<string, TriedFile>();
  beforeAll(async () => {
    bundle = written('bundle.mjs', BUNDLE);
    for (const file of await filesIn(bundle)) tried.set(file, await tryFile(bundle, file));
  });
  const noticed = (mutant: string) =>
    noticedIn(
      bundle,
      mutant,
      [...tried.values()].filter(({ met }) => met.includes(mutant)),
    );

  test('is asked of the files that come by it; what fails without it is left out', () => {
    expect([...tried.values()].map(({ file, met, failing }) => [file, met, failing])).toEqual([
      ['looks.test.ts', ['law#0'], ['fails anyway']],
      ['does-not.test.ts', ['law#0'], []],
      ['loops.test.ts', ['law#1'], []],
      ['keeps.test.ts', ['law#2'], []],
    ]);
  });
  test('is noticed by the test that looks, by that alone, also where it loops', async () => {
    expect(await noticed('law#0')).toBe('looks.test.ts');
    expect(
      await noticedIn(
        bundle,
        'law#0',
        [tried.get('does-not.test.ts')].flatMap((each) => each ?? []),
      ),
    ).toBeUndefined();
    expect(await noticed('law#1')).toBe('loops.test.ts');
  });
  test('is noticed in what is worked out once, since each mutant has the law anew', async () => {
    expect(await noticed('law#2')).toBe('keeps.test.ts');
    expect((await tryFile(bundle, 'keeps.test.ts')).failing).toEqual([]);
  });
});

describe('the order of files of tests', () => {
  const of = (file: string, milliseconds = 100): TriedFile => ({ file, met: [], milliseconds, failing: [] });
  const files = [of('test/law/slow.test.ts', 5000), of('test/law/kept.test.ts'), of('test/law/other.test.ts')];
  const order = (notes: Notes, mutant: string) => ordered(notes, mutant, files).map(({ file }) => file);

  test('begins with the file of the same name, and with what found most', () => {
    const notes: Notes = new Map();
    expect(order(notes, 'shared/law/facts/kept.ts#1')[0]).toBe('test/law/kept.test.ts');
    expect(order(notes, 'shared/law/facts/place.ts#1').at(-1)).toBe('test/law/slow.test.ts');
    noteIn(notes, 'shared/law/facts/place.ts#1', 'test/law/other.test.ts');
    expect(order(notes, 'shared/law/facts/place.ts#2')[0]).toBe('test/law/other.test.ts');
  });
});

describe('the report', () => {
  const mutants: readonly Mutant[] = ['a', 'b', 'c'].map((name, index) => ({
    ...{ id: `${name}.ts#0`, where: `${name}.ts:${index + 1}`, replacement: 'true', isOfWords: false },
  }));
  test('is of what was tried, and names what no test noticed', () => {
    const score = scoreOf(mutants, { 'a.ts#0': 'a.test.ts', 'b.ts#0': null });
    expect(reportOf(score, 3)).toBe('b.ts:2: true\n2 of 3 mutants: 50.00 %, 1 noticed, 1 not');
    expect(scoreOf(mutants, {}).share).toBe(1);
  });
  test('is of mutants in an order that the seed draws, and no other', () => {
    const rows = Array.from({ length: 50 }, (_, index) => index);
    expect(drawnOrder(rows, '1')).toEqual(drawnOrder(rows, '1'));
    expect(drawnOrder(rows, '1')).not.toEqual(drawnOrder(rows, '2'));
    expect(drawnOrder(rows, '2').toSorted((a, b) => a - b)).toEqual(rows);
  });
});

describe('the processes', () => {
  test('answer each task once, and one that hangs or ends has no answer', { timeout: 60_000 }, async () => {
    const answering = `
      const { existsSync, writeFileSync } = require('node:fs');
      const marked = ${JSON.stringify(join(FOLDER, 'ended-once'))};
      process.on('message', ({ task }) => {
        if (task === 'end' || (task === 'end once' && !existsSync(marked))) {
          writeFileSync(marked, '');
          process.exit(1);
        }
        if (task !== 'hang') process.send({ task });
      });`;
    const worker = startWorker(new URL(`file://${written('worker.cjs', answering)}`), 5000);
    const answers: [string, unknown][] = [];
    await askAll([worker], ['one', 'hang', 'end', 'end once', 'two'], {
      asked: (task) => ({ task }),
      take: (task, answer) => void answers.push([task, answer]),
    });
    worker.end();
    expect(answers).toEqual([
      ['one', { answer: { task: 'one' } }],
      ['hang', 'late'],
      ['end', 'ended'],
      ['end once', { answer: { task: 'end once' } }],
      ['two', { answer: { task: 'two' } }],
    ]);
  });
});
