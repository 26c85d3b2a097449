import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madeAnew } from '../../functions/support/made-anew.ts';

/** Functions of tests start cold as a module does that is evaluated again (docs/decisions/0128). */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'made-anew-'));
  writeFileSync(
    join(folder, 'kept.ts'),
    'let count = 0;\nexport const next = (): number => (count += 1);\nexport default 7;',
  );
  writeFileSync(join(folder, 'said.json'), '{ "said": "été" }');
});
afterAll(() => rmSync(folder, { recursive: true }));

const moduleOf = (text: string): URL => {
  const path = join(folder, 'made.ts');
  writeFileSync(path, text);
  return pathToFileURL(path);
};

test('its own constants are made again, and what it imports is not', async () => {
  const make = await madeAnew<{ started: number; ask: () => unknown }>(
    moduleOf(
      `// Un été.
import { join as joined } from 'node:path';
import * as kept from './kept.ts';
import seven, { next } from './kept.ts';
import document from './said.json' with { type: 'json' };
import type { Nothing } from './nowhere.ts';

let asked = 0;
export const started: number = next();
export const ask = () => [joined('a', 'b'), seven, kept.default, document.said, (asked += 1)];
`,
    ),
  );
  const [first, second] = [make(), make()];
  expect([first.started, second.started]).toEqual([1, 2]);
  expect([first.ask(), first.ask(), second.ask()].map((each) => (each as unknown[]).at(-1))).toEqual([1, 2, 1]);
  expect(first.ask()).toEqual(['a/b', 7, 7, 'été', 3]);
});

test('a fault is where its line is', async () => {
  const url = moduleOf(
    "import { next } from './kept.ts';\n\nexport const fail = (): number => {\n  throw new Error(String(next()));\n};\n",
  );
  const { fail } = (await madeAnew<{ fail: () => number }>(url))();
  const thrown = (() => {
    try {
      return fail();
    } catch (error) {
      return (error as Error).stack;
    }
  })();
  expect(thrown).toContain('made.ts:4:');
});

test.each([
  ['a list of exports', 'const a = 1;\nexport { a };'],
  ['a default', 'export default 1;'],
  ['the exports of another', "export * from './kept.ts';"],
  ['a function', 'export function a() {}'],
  ['its own place', 'export const a = import.meta.url;'],
  ['a module later', "export const a = () => import('./kept.ts');"],
])('of a module that asks for or exports %s nothing is made', async (_of, text) => {
  await expect(madeAnew(moduleOf(text))).rejects.toThrow(/made\.ts exports more than constants/);
});
