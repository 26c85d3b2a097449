import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { killAt } from '#test/worlds/mutants/kill.ts';
import { mutateLaw } from '#test/worlds/mutants/mutated-law.ts';
import { reportOf } from '#test/worlds/mutants/report.ts';

const mutant = (id: string) => ({ id, where: `shared/law/${id}.ts:1`, replacement: 'false', isOfWords: false });

describe('the report', () => {
  const mutants = ['early', 'late', 'silent'].map(mutant);
  test('counts apart what changes nothing on any world, and names what was noticed too late', () => {
    const { share, text } = reportOf(mutants, { early: 7, late: 70 }, 50);
    expect(share).toBe(0.5);
    expect(text).toMatch(/1 of 2 that can change .*, 50\.0 %/);
    expect(text).toMatch(/shared\/law\/late\.ts:1: false/);
    expect(text).toMatch(/on any world: 1\n +1 {2}shared\/law\/silent\.ts$/);
  });
  test('is of nothing where nothing was noticed', () => {
    expect(reportOf(mutants, {}, 50).share).toBe(0);
  });
});

describe('the second opinion alone', () => {
  test('notices a law that allows what it refused, and no word of a text', { timeout: 120_000 }, async () => {
    const mutated = await mutateLaw();
    const of = (file: string) => mutated.mutants.filter(({ id }) => id.startsWith(`${file}#`)).map(({ id }) => id);
    const [turning, words] = [of('shared/law/fold/fault.ts'), of('shared/law/texts/penal.ts')];
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
