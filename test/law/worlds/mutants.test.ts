import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { oneIn } from '#test/support/shares/share.ts';
import { killAt } from '#test/worlds/mutants/kill.ts';
import { mutateLaw } from '#test/worlds/mutants/mutated-law.ts';
import { reportOf } from '#test/worlds/mutants/report.ts';

const mutant = (id: string) => ({ id, where: `shared/law/${id}.ts:1`, replacement: 'false', isOfWords: false });

describe('the report', () => {
  const mutants = ['early', 'late', 'missed', 'silent', 'unmet'].map(mutant);
  const met = new Set(['early', 'late', 'missed', 'silent']);
  test('names what was noticed too late or never, and counts apart what changes nothing', () => {
    const { share, text } = reportOf(
      mutants,
      { killed: { early: 7, late: 70 }, changed: new Set(['missed']), met },
      50,
    );
    expect(share).toBeCloseTo(1 / 3);
    expect(text).toMatch(/1 of 3 that can change .*, 33\.3 %/);
    expect(text).toMatch(/by more worlds: 1\n +shared\/law\/late\.ts:1: false/);
    expect(text).toMatch(/on a drawn request: 1\n +shared\/law\/missed\.ts:1: false/);
    expect(text).toMatch(/world or drawn request: 1\n +1 {2}shared\/law\/silent\.ts/);
    expect(text).toMatch(/never come by: 1\n +1 {2}shared\/law\/unmet\.ts$/);
  });
  test('is of nothing where nothing was noticed', () => {
    expect(reportOf(mutants, { killed: {}, changed: new Set(), met }, 50).share).toBe(0);
  });
});

describe('the second opinion alone', () => {
  test('notices a law that allows what it refused, and no word of a text', { timeout: 120_000 }, async () => {
    const mutated = await mutateLaw(/\/shared\/law\/(?:fold\/fault|texts\/penal)\.ts$/);
    const of = (file: string) => mutated.mutants.filter(({ id }) => id.startsWith(`${file}#`)).map(({ id }) => id);
    const turning = of('shared/law/fold/fault.ts');
    // A tenth of them, which each commit draws anew.
    const words = oneIn(10, of('shared/law/texts/penal.ts'));
    const killed = await killAt(mutated, [...turning, ...words], { from: 1, until: 40 });
    const lines = readFileSync('shared/law/fold/fault.ts', 'utf8').split('\n');
    const line = 1 + lines.findIndex((each) => each.includes("if (faults.length === 0) return 'allow'"));
    const always = mutated.mutants.find(
      ({ where, replacement }) => where === `shared/law/fold/fault.ts:${line}` && replacement === 'true',
    );
    expect(always).toBeDefined();
    expect(killed.has(always?.id ?? '')).toBe(true);
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((id) => killed.has(id))).toEqual([]);
  });
});
