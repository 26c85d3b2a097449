import { execFileSync } from 'node:child_process';
import { hash, randomUUID } from 'node:crypto';
import { globSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { asScript } from '#local/lambda/as-script.ts';
import { startInstance } from '#local/lambda/instance.ts';
import { loadBundle } from '#local/lambda/kept-code.ts';

let folder: string;
beforeEach(() => {
  const made = mkdtempSync(join(tmpdir(), 'kept-code-'));
  folder = made;
  onTestFinished(() => rmSync(made, { recursive: true }));
});

const bundle = (source: string, name = 'index.mjs'): string => {
  writeFileSync(join(folder, name), source);
  return join(folder, name);
};
const kept = (): string => join(folder, 'kept');
const keptFiles = (): readonly string[] => readdirSync(kept()).map((name) => join(kept(), name));
const load = (path: string) => loadBundle(path, kept());
const call = async (path: string) => {
  const { exported, keep } = await load(path);
  const answer = await (exported as { handler: () => unknown }).handler();
  return { answer, keep };
};

/** A bundle as esbuild makes them, with all that it may have. */
const WHOLE = `import{createRequire as requireOf}from'node:module';const require=requireOf(import.meta.url);
import path from"node:path";import*as url from"node:url";import{createHash as sum,randomUUID}from"node:crypto";import"node:fs";
import{default as again,"sep"as bar}from"node:path";
var later=await Promise.resolve(7);function self(){return this===void 0}
async function run(){let os=await import("node:os"),sha="import.meta.url export{run as handler}";
return[path.basename(url.fileURLToPath(import.meta.url)),sum("sha256").update(sha).digest("hex"),typeof randomUUID,later,self(),typeof os.cpus,os.default.EOL,require("util").format("%s",1),again===path,bar,url.default===url,typeof url.default.URL,url.nothingSuch]}
export{run as handler,later};
`;

describe('a bundle is loaded as Node imports it', () => {
  test('all that esbuild may write into one', async () => {
    const path = bundle(WHOLE);
    const byNode = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as { handler: () => Promise<unknown> };
    const { exported } = await load(path);
    expect(asScript(WHOLE)).toBeDefined();
    expect(Object.keys(exported).sort()).toEqual(Object.keys(byNode).sort());
    expect((await call(path)).answer).toEqual(await byNode.handler());
  });

  test.each([
    ['a file beside it', "import { a } from './a.mjs'; const handler = () => a; export { handler };"],
    ['a package', "import * as all from 'vitest'; const handler = () => 1; export { handler, all };"],
    ['what it exports where it is made', 'export const handler = () => 1;'],
    ['what it exports twice', 'const handler = () => 1; export { handler }; export { handler as again };'],
    ['what is exported of another', "export { join as handler } from 'node:path';"],
    ['where it lies', 'const handler = () => import.meta.dirname; export { handler };'],
    [
      'what Node does not export',
      "import { join, nothingSuch } from 'node:path'; const handler = () => 1; export { handler };",
    ],
    [
      'what Node exports for `require` alone',
      "import { toString } from 'node:fs'; const handler = () => 1; export { handler };",
    ],
    ['a file beside it, later', "const handler = () => import('./a.mjs'); export { handler };"],
    ['a package, later', "const handler = () => import('vitest'); export { handler };"],
    ['what it reckons, later', 'const handler = (name) => import(name); export { handler };'],
    ['what begins as a module of Node, later', "const handler = (s) => import('node:' + s); export { handler };"],
    ['nothing that it exports', 'const handler = () => 1;'],
    ['what is no JavaScript', 'const handler = ; export { handler };'],
  ])('%s: by Node itself', (_, source) => {
    expect(asScript(source)).toBeUndefined();
  });

  test('by Node itself, and nothing is kept', async () => {
    const path = bundle('export const handler = () => import.meta.dirname;');
    const { answer, keep } = await call(path);
    keep();
    expect(answer).toBe(folder);
    expect(readdirSync(folder)).toEqual(['index.mjs']);
  });

  test('a file beside it is found where the bundle lies', async () => {
    bundle("export const a = 'beside';", 'a.mjs');
    const path = bundle("const handler = async () => (await import('./a.mjs')).a; export { handler };");
    expect((await call(path)).answer).toBe('beside');
  });

  test('what it throws is thrown', async () => {
    const path = bundle("const handler = () => 1; throw new Error('not today'); export { handler };");
    await expect(load(path)).rejects.toThrow('not today');
  });
});

/** In a process of its own, as each instance is: V8 would find again what it compiled in this one. */
const INSTANCE = `const [loader, path, kept, isCalled] = process.argv.slice(1);
const { loadBundle } = await import(loader);
const { exported, keep } = await loadBundle(path, kept);
const answer = isCalled === 'true' ? await exported.handler() : null;
keep();
console.log(JSON.stringify(answer));`;
const LOADER = new URL('../../../../local/lambda/kept-code.ts', import.meta.url).href;
const instance = (path: string, isCalled = true): unknown => {
  const given = ['--input-type=module', '-e', INSTANCE, LOADER, path, kept(), String(isCalled)];
  return JSON.parse(execFileSync(process.execPath, given, { encoding: 'utf8' }));
};
const compiledFile = (): string => keptFiles().find((file) => !file.endsWith('.js')) ?? '';

test('a name that Node does not export ends the start, as on Lambda', () => {
  const path = bundle("import { nothingSuch } from 'node:fs'; const handler = () => 1; export { handler };");
  expect(() => instance(path)).toThrow(/SyntaxError: .* export named 'nothingSuch'/);
});

test.each([
  ['agents are made and ended', false, 'new https.Agent({keepAlive:true}).destroy();void 0 instanceof https.Agent'],
  ['more of it is used', true, 'https.globalAgent'],
])('`https` is loaded where %s: %s', (_, isLoaded, used) => {
  const path = bundle(
    `import https from"node:https";const handler=()=>{${used};return process.moduleLoadList.includes("NativeModule https")};export{handler};`,
  );
  expect(instance(path)).toBe(isLoaded);
});

describe('what one instance compiled, the next finds', () => {
  const SUMS = Array.from({ length: 50 }, (_, n) => `if(n===${n})return n+${n};`).join('');
  const LATE = `function late(n){${SUMS}}const handler=()=>late(3);export{handler};`;

  test('with what was called after it was loaded', () => {
    const path = bundle(LATE);
    const sizes = [false, true].map((isCalled) => {
      rmSync(kept(), { recursive: true, force: true });
      expect(instance(path, isCalled)).toBe(isCalled ? 6 : null);
      return statSync(compiledFile()).size;
    });
    const [before = 0, after = 0] = sizes;
    expect(after).toBeGreaterThan(before + 500);
  });

  test('and does not keep it again', () => {
    const path = bundle(LATE);
    instance(path);
    const before = keptFiles().map((file) => statSync(file).ino);
    expect(before).toHaveLength(2);
    expect(instance(path)).toBe(6);
    expect(keptFiles().map((file) => statSync(file).ino)).toEqual(before);
  });

  test('another source of the same length is another', () => {
    expect(instance(bundle('const handler=()=>1;export{handler};'))).toBe(1);
    expect(instance(bundle('const handler=()=>2;export{handler};'))).toBe(2);
  });

  test('what was damaged is compiled again, and kept', () => {
    const path = bundle(LATE);
    instance(path);
    const { size } = statSync(compiledFile());
    writeFileSync(compiledFile(), 'no code');
    expect(instance(path)).toBe(6);
    expect(statSync(compiledFile()).size).toBe(size);
  });

  test('nothing can be written: it is compiled again', () => {
    writeFileSync(kept(), 'a file where the folder would be');
    expect(instance(bundle(LATE))).toBe(6);
  });

  test('as the processes of functions do', async () => {
    const source = `const seed='${randomUUID()}';const handler=()=>seed.length;export{handler};`;
    bundle(source);
    const url = 'http://127.0.0.1:9';
    const urls = { main: url, dynamodb: url, sesv2: url, sns: url };
    const definition = {
      ...{ name: 'f', arn: 'arn', role: 'role', folder, handler: 'index.handler' },
      ...{ timeoutMs: 20_000, memoryMb: 128, mayGoRound: false, environment: {} },
    };
    const found = `${tmpdir()}/functions-compiled-*/${hash('sha256', source)}.*`;
    const inodes: (readonly number[])[] = [];
    for (const _ of [1, 2]) {
      const one = startInstance(definition, urls, () => undefined);
      expect(await one.invoke({}, 'Root=1')).toEqual({ kind: 'result', result: 36 });
      await one.stop();
      inodes.push(globSync(found).map((file) => statSync(file).ino));
    }
    expect(inodes[0]).toHaveLength(2);
    expect(inodes[1]).toEqual(inodes[0]);
    for (const file of globSync(found)) rmSync(file);
  });

  test('what was kept six hours ago goes', () => {
    instance(bundle('const handler=()=>1;export{handler};'));
    const [first = '', second = ''] = keptFiles();
    const seconds = Date.now() / 1000 - 7 * 3600;
    utimesSync(first, seconds, seconds);
    instance(bundle(LATE));
    expect(keptFiles()).not.toContain(first);
    expect(keptFiles()).toContain(second);
  });
});
