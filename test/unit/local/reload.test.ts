import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replaceBundles } from '#local/boot/reload.ts';
import type { FunctionDefinition } from '#local/lambda/definition.ts';
import { createRunner } from '#local/lambda/runner.ts';
import { watchFolders } from '#tools/start/watch.ts';

const FILES = 40;

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'reload-'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** A function whose bundle says this, and, asked to, only once the file `go` is there. */
const bundleSaying = (word: string, name = word): string => {
  const folder = join(root, `asset.${name}`);
  mkdirSync(folder);
  const source = `
    import { existsSync } from 'node:fs';
    export const handler = async ({ go }) => {
      while (go !== undefined && !existsSync(go)) await new Promise((resolve) => setTimeout(resolve, 10));
      return '${word}';
    };`;
  writeFileSync(join(folder, 'index.mjs'), source);
  return folder;
};
const definitionOf = (folder: string): FunctionDefinition => ({
  ...{ name: 'f', arn: 'arn', role: 'role', folder, handler: 'index.handler' },
  ...{ timeoutMs: 20_000, memoryMb: 128, mayGoRound: false, environment: {} },
});
const url = 'http://127.0.0.1:9';
const runnerOf = (definition: FunctionDefinition) =>
  createRunner({
    definitions: [definition],
    urls: { main: url, dynamodb: url, sesv2: url, sns: url },
    concurrency: new Map([['f', 1]]),
  });

test('a function runs its new bundle from the next event on, and ends what is in hand with the old one', async () => {
  const [one, two, again] = [bundleSaying('one'), bundleSaying('two'), bundleSaying('two', 'copy')];
  const runner = runnerOf(definitionOf(one));
  const go = join(root, 'go');
  const [begun, next] = [runner.invoke('f', { go }), runner.invoke('f', {})];
  expect(replaceBundles(runner, new Map([['f', two]]))).toEqual(['f']);
  writeFileSync(go, '');
  expect([await begun, await next]).toMatchObject([{ result: 'one' }, { result: 'two' }]);
  expect(replaceBundles(runner, new Map([['f', again]]))).toEqual([]);
  await runner.stop();
});

test('sources that change are told once for what comes together, again for what comes later, also after a failure', async () => {
  const folder = join(root, 'sources', 'below');
  mkdirSync(folder, { recursive: true });
  const failures: unknown[] = [];
  let times = 0;
  const watch = watchFolders(
    [join(root, 'sources')],
    async () => {
      times += 1;
      throw new Error('does not compile');
    },
    (error) => failures.push(error),
  );
  for (let file = 0; file < FILES; file += 1) writeFileSync(join(folder, `${file}.ts`), '');
  await expect.poll(() => failures.length, { timeout: 10_000 }).toBeGreaterThan(0);
  expect(times).toBeLessThan(FILES / 2);
  const before = times;
  writeFileSync(join(folder, '0.ts'), 'changed');
  await expect.poll(() => failures.length, { timeout: 10_000 }).toBeGreaterThan(before);
  watch.close();
});
