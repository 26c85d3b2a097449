import { describe, expect, test } from 'vitest';
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
