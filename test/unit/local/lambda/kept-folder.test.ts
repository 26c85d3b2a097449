import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, expect, onTestFinished, test } from 'vitest';

let folder: string;
let kept: string;
beforeEach(() => {
  const made = mkdtempSync(join(tmpdir(), 'kept-folder-'));
  folder = made;
  kept = join(made, 'kept');
  onTestFinished(() => rmSync(made, { recursive: true }));
  writeFileSync(join(folder, 'index.mjs'), "const handler=()=>'its own';export{handler};");
});

const LOCAL = new URL('../../../../local/lambda/', import.meta.url);
/** `before`: what is done in the process before it loads its bundle. */
const INSTANCE = (before: string) => `const [loader, path, kept] = process.argv.slice(1);
${before};
const { loadBundle } = await import(loader);
const { exported, keep } = await loadBundle(path, kept);
console.log(exported.handler());
keep();`;
const instance = (loader = new URL('kept-code.ts', LOCAL).href, before = ''): string => {
  const given = ['--input-type=module', '-e', INSTANCE(before), loader, join(folder, 'index.mjs'), kept];
  return execFileSync(process.execPath, given, { encoding: 'utf8' }).trim();
};

/** Another's code in the place of what was kept. */
const plant = (): void => {
  expect(instance()).toBe('its own');
  for (const name of readdirSync(kept).filter((file) => file.endsWith('.js')))
    writeFileSync(join(kept, name), "(async()=>({handler:()=>'planted'}))");
};

test('what is kept in a folder of this user alone is run', () => {
  plant();
  expect(instance()).toBe('planted');
});

test.each([
  ['all', 0o777],
  ['a group', 0o770],
])('a folder that %s may write to is not used', (_, mode) => {
  plant();
  chmodSync(kept, mode);
  const before = readdirSync(kept).map((name) => lstatSync(join(kept, name)).ino);
  expect(instance()).toBe('its own');
  expect(readdirSync(kept).map((name) => lstatSync(join(kept, name)).ino)).toEqual(before);
});

test('nor one of another user', () => {
  plant();
  expect(instance(undefined, 'const uid = process.getuid(); process.getuid = () => uid + 1')).toBe('its own');
});

test('nor one that a link leads to', () => {
  plant();
  renameSync(kept, join(folder, 'elsewhere'));
  symlinkSync(join(folder, 'elsewhere'), kept);
  expect(instance()).toBe('its own');
});

test('nothing is put into an empty one of others', () => {
  mkdirSync(kept);
  chmodSync(kept, 0o777);
  expect(instance()).toBe('its own');
  expect(readdirSync(kept)).toEqual([]);
});

test('what another version of the source made a script of is not run', () => {
  const other = join(folder, 'other');
  mkdirSync(other);
  for (const name of ['kept-code.ts', 'https-when-asked.ts']) copyFileSync(new URL(name, LOCAL), join(other, name));
  const loader = pathToFileURL(join(other, 'kept-code.ts')).href;
  for (const made of ['one', 'two', 'one']) {
    writeFileSync(join(other, 'as-script.ts'), `export const asScript=()=>"(async()=>({handler:()=>'${made}'}))";`);
    expect(instance(loader)).toBe(made);
  }
});
