import { describe, expect, test } from 'vitest';
import { cyclesIn } from '#test/support/architecture/cycles.ts';
import type { Sources } from '#test/support/architecture/imports.ts';
import {
  allows,
  MAY_IMPORT,
  RINGS,
  type Ring,
  refusedImports,
  ringOf,
  type Target,
  unusedDirections,
} from '#test/support/architecture/rings.ts';
import { bigFolders, longFiles } from '#test/support/architecture/sizes.ts';
import { readSources } from '#test/support/architecture/sources.ts';

/** The judge of the architecture is judged here: each fault is planted in memory and must be found. */
const ALL = readSources();
const NAMES = RINGS.map(([ring]) => ring);

/** A real file of each ring, and what lies outside of them. */
const FILES = new Map<Target, string>([
  ...NAMES.map(
    (ring) => [ring, [...ALL.keys()].find((file) => file.endsWith('.ts') && ringOf(file) === ring) ?? ''] as const,
  ),
  ['aws-sdk', '@aws-sdk/client-s3'],
  ['document', 'docs/openapi.json'],
]);
const fileOf = (target: Target): string => FILES.get(target) ?? '';
const specifierOf = (target: Target): string => (target === 'aws-sdk' ? fileOf(target) : `#${fileOf(target)}`);

const plant = (ring: Ring, source: string): readonly string[] => refusedImports(new Map([[fileOf(ring), source]]));

const PAIRS = NAMES.flatMap((from) => [...FILES.keys()].map((to) => [from, to] as const)).filter(
  ([from, to]) => from !== to,
);
const FORBIDDEN = PAIRS.filter(([from, to]) => !allows(from, to, true));
const TYPES_ALONE = PAIRS.filter(([from, to]) => allows(from, to, true) && !allows(from, to, false));
const ALLOWED = PAIRS.filter(([from, to]) => allows(from, to, false));

describe('a planted import', () => {
  test('has a file in every ring to be planted in', () => {
    expect([...FILES].filter(([, file]) => file === '')).toEqual([]);
    expect(FORBIDDEN.length).toBeGreaterThan(350);
    expect(FORBIDDEN.length + TYPES_ALONE.length + ALLOWED.length).toBe(NAMES.length * (NAMES.length + 1));
  });

  test.each(FORBIDDEN)('of types, from %s to %s, is refused', (from, to) => {
    expect(plant(from, `import type { X } from '${specifierOf(to)}';`)).toEqual([
      `${fileOf(from)} imports ${fileOf(to)}`,
    ]);
  });

  test.each(TYPES_ALONE)('from %s to %s is refused, one of types is not', (from, to) => {
    expect(plant(from, `import { x } from '${specifierOf(to)}';`)).toHaveLength(1);
    expect(plant(from, `import { type X, y } from '${specifierOf(to)}';`)).toHaveLength(1);
    expect(plant(from, `import '${specifierOf(to)}';`)).toHaveLength(1);
    expect(plant(from, `import { type X, type Y } from '${specifierOf(to)}';`)).toEqual([]);
  });

  test.each(ALLOWED)('from %s to %s passes', (from, to) => {
    expect(plant(from, `import { x } from '${specifierOf(to)}';`)).toEqual([]);
  });

  const to = '#shared/app/messages/accept-messages.ts';
  test.each([
    ['over several lines', `import {\n  type A,\n  b,\n} from\n  '${to}';`],
    ['with a comment in it', `import { a /* from 'x' */ } from /* ; */ '${to}';`],
    ['of all', `import * as all from "${to}";`],
    ['of nothing', `import '${to}';`],
    ['re-exported', `export { a } from '${to}';`],
    ['re-exported whole', `export * from '${to}';`],
    ['re-exported as one', `export * as all from '${to}';`],
    ['of types', `import type { A } from '${to}';`],
    ['of types, re-exported', `export type { A } from '${to}';`],
    ['of types marked one by one', `import { type A } from '${to}';`],
    ['inside a type', `export type A = import('${to}').A;`],
    ['of a type of a module', `export type A = typeof import('${to}');`],
    ['when it runs', `export const a = async () => import('${to}');`],
    ['in a template', `export const a = () => import(\`${to}\`);`],
    ['required', `const a = require('${to}');`],
    ['found by its name', `const a = import.meta.resolve('${to}');`],
    ['assigned', `import a = require('${to}');`],
    ['by a relative path', `import { a } from '../../app/messages/accept-messages.ts';`],
    ['by a path, for a worker', `new Worker(new URL('../../app/messages/accept-messages.ts', import.meta.url));`],
  ])('%s is found', (_, source) => {
    const file = 'shared/domain/time/planted.ts';
    expect(refusedImports(new Map([[file, `/** first */\n${source}\n`]]))).toEqual([
      `${file} imports shared/app/messages/accept-messages.ts`,
    ]);
  });

  test('in a comment or a text is none', () => {
    const source = `// import '${to}';\n/* import '${to}'; */ export const a = "import '${to}';";`;
    expect(refusedImports(new Map([['shared/domain/time/planted.ts', source]]))).toEqual([]);
  });

  test('whose target is worked out when it runs is refused where it cannot be judged', () => {
    expect(plant('app', 'export const a = (name: string) => import(name);')).toHaveLength(1);
    expect(plant('tools', 'export const a = (name: string) => import(name);')).toEqual([]);
  });
});

test('the table of who may import whom names no ring twice and none that must not be there', () => {
  for (const { values, types = [] } of Object.values(MAY_IMPORT)) {
    const all = [...values, ...types];
    expect(new Set(all).size).toBe(all.length);
  }
});

describe('a planted direction that no file needs', () => {
  const without = (ring: Ring) => [...ALL].filter(([file]) => ringOf(file) !== ring);
  const withoutCli = without('cli');
  test('is found', () => {
    expect(unusedDirections(new Map(withoutCli))).toEqual([
      'cli imports no value of domain',
      'cli imports no value of app',
      'cli imports no value of adapters',
      'cli imports no value of infra',
      'cli imports no value of tools',
      'cli imports no value of aws-sdk',
      'cli imports nothing of ports',
    ]);
  });
  test('of types is found', () => {
    expect(unusedDirections(new Map(without('pages')))).toContain('pages imports nothing of app');
  });
  test('of values is found where types are enough', () => {
    const source =
      "import type { A } from '#infra/a.ts';\nimport { b } from '#tools/b.ts';\nimport { C } from '@aws-sdk/c';" +
      "import { d } from '#shared/domain/d.ts'; import { e } from '#shared/app/e.ts';" +
      "import { f } from '#shared/adapters/f.ts'; import type { G } from '#shared/app/g.port.ts';";
    expect(unusedDirections(new Map([...withoutCli, ['cli/a.ts', source]]))).toEqual(['cli imports no value of infra']);
  });
});

describe('a planted circle', () => {
  const planted = (files: Readonly<Record<string, string>>): readonly string[] =>
    cyclesIn(withFiles(files)).filter((circle) => circle.includes('planted'));
  const withFiles = (files: Readonly<Record<string, string>>): Sources => new Map([...ALL, ...Object.entries(files)]);

  test.each([
    ['of two files', "import { a } from './planted-a.ts';"],
    ['of types', "import type { A } from './planted-a.ts';"],
    ['of a type of a module', "export type A = typeof import('./planted-a.ts');"],
    ['by a re-export', "export * from '#shared/domain/planted-a.ts';"],
  ])('%s is found', (_, back) => {
    const files = { 'shared/domain/planted-a.ts': "import './planted-b.ts';", 'shared/domain/planted-b.ts': back };
    expect(planted(files)).toEqual([
      'shared/domain/planted-a.ts > shared/domain/planted-b.ts > shared/domain/planted-a.ts',
    ]);
  });

  test('through three rooms, or of a file with itself, is found once', () => {
    const three = {
      'local/planted.ts': "import '#console/planted.ts';",
      'console/planted.ts': "import '#tools/planted.ts';",
      'tools/planted.ts': "import '#local/planted.ts';",
    };
    expect(planted(three)).toHaveLength(1);
    expect(planted({ 'cli/planted.ts': "import './planted.ts';" })).toEqual(['cli/planted.ts > cli/planted.ts']);
  });
});

describe('a planted size', () => {
  const filled = (folder: string, count: number): Sources =>
    new Map(Array.from({ length: count }, (_, index) => [`${folder}/planted-${index}.ts`, '']));
  const ofLines = (lines: number): string => 'export {};\n'.repeat(lines);

  test('of a folder: 20 files are fine, 21 are reported', () => {
    expect(bigFolders(filled('shared/app/messages', 20))).toEqual([]);
    expect(bigFolders(filled('shared/app/messages', 21))).toEqual(['shared/app/messages holds 21 files']);
    expect(bigFolders(filled('shared/law', 21))).toHaveLength(1);
  });

  test.each(['shared/law/articles/cpce', 'functions/api', 'shared/contracts/http/routes'])(
    'of %s is free',
    (folder) => {
      expect(bigFolders(filled(folder, 60))).toEqual([]);
    },
  );

  test('of a file: 200 lines are fine, 201 are reported, data apart', () => {
    expect(longFiles(new Map([['local/planted.ts', ofLines(200)]]))).toEqual([]);
    expect(longFiles(new Map([['local/planted.ts', ofLines(201)]]))).toEqual(['local/planted.ts has 201 lines']);
    expect(longFiles(new Map([['demo/situations/planted.ts', ofLines(900)]]))).toEqual([]);
  });
});
