import { describe, expect, test } from 'vitest';
import { readSources } from '../../support/architecture/sources.ts';
import { partsOf } from '../../support/mutation/parts.ts';
import { merged, scoreOf } from '../../support/mutation/report.ts';

const lines = (count: number, first = ''): string => `${first}\n${'// a line\n'.repeat(count)}`;

describe('the parts in which the law is changed', () => {
  const planted = new Map([
    ['shared/law/register.ts', "import './fold/a.ts';\nexport const all = 1;"],
    ['shared/law/fold/a.ts', lines(10)],
    ['shared/law/fold/b.ts', lines(395)],
    ['shared/law/fold/c.ts', lines(900, "import type { T } from './a.ts';")],
    ['shared/law/fold/notes.md', ''],
    ['shared/domain/d.ts', ''],
    ['test/law/a.test.ts', "import '#shared/law/register.ts';"],
    ['test/law/c.test.ts', "import '../support/c.ts';"],
    ['test/support/c.ts', "export * from '#shared/law/fold/c.ts';"],
  ]);

  test('are folders, cut where they are long, each with the tests that load it', () => {
    const [a, c] = ['test/law/a.test.ts', 'test/law/c.test.ts'];
    expect(partsOf(planted, [a, c])).toEqual([
      { name: 'fold-1', files: ['shared/law/fold/a.ts'], tests: [a] },
      { name: 'fold-2', files: ['shared/law/fold/b.ts'], tests: [] },
      { name: 'fold-3', files: ['shared/law/fold/c.ts'], tests: [c] },
      { name: 'law-1', files: ['shared/law/register.ts'], tests: [a] },
    ]);
  });

  test('hold every file of the law once', () => {
    const sources = readSources();
    const parts = partsOf(sources, []);
    const law = [...sources.keys()].filter((file) => file.startsWith('shared/law/'));
    expect(parts.flatMap(({ files }) => files).sort()).toEqual(law.sort());
    expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
  });
});

describe('the reports of the parts', () => {
  const mutant = (status: string, line = 1) => ({
    status,
    mutatorName: 'BooleanLiteral',
    replacement: 'true',
    location: { start: { line } },
  });
  const reportOn = (file: string, ...statuses: readonly string[]) => ({
    schemaVersion: '2',
    files: { [file]: { mutants: statuses.map((status, index) => mutant(status, index + 1)) } },
  });

  test('are one, with its score and what no test noticed', () => {
    const whole = merged([
      reportOn('a.ts', 'Killed', 'Survived', 'Ignored'),
      reportOn('b.ts', 'Timeout', 'NoCoverage'),
    ]);
    expect(whole.schemaVersion).toBe('2');
    expect(scoreOf(whole)).toEqual({
      noticed: 2,
      missed: 2,
      share: 0.5,
      survivors: ['a.ts:2 BooleanLiteral: true', 'b.ts:2 BooleanLiteral: true'],
    });
  });

  test('without mutants miss none', () => {
    expect(scoreOf({ files: {} })).toEqual({ noticed: 0, missed: 0, share: 1, survivors: [] });
  });
});
