import { existsSync, mkdtempSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { FUNCTION_NAMES } from '#infra/bundle.ts';
import { bundleOnce } from '#tools/synth/bundle-once.ts';
import { synthesise } from '#tools/synth/synthesise.ts';

const folder = mkdtempSync(join(tmpdir(), 'aval-assembly-'));
const entry = join(folder, 'entry.ts');
const outDir = join(folder, 'local');
const entries = Object.fromEntries(FUNCTION_NAMES.map((name) => [name, entry]));
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

const write = (answer: string) => writeFileSync(entry, `export const handler = async () => '${answer}';\n`);
const manifestFile = join(outDir, 'manifest.json');

describe('synthesise', () => {
  beforeAll(async () => {
    write('first');
    await synthesise({ stage: 'local', outDir, entries });
  });

  test('the assembly holds the five stacks and, for each function, the asset its template names', () => {
    const stacks = ['Data', 'Api', 'Workers', 'Events', 'Observability'].map((name) => `Aval-local-${name}`);
    for (const stack of stacks) expect(existsSync(join(outDir, `${stack}.template.json`))).toBe(true);
    const template = JSON.parse(readFileSync(join(outDir, 'Aval-local-Workers.template.json'), 'utf8'));
    const functions = Object.values<{ Type: string; Metadata: Record<string, string> }>(template.Resources).filter(
      ({ Type }) => Type === 'AWS::Lambda::Function',
    );
    expect(functions).toHaveLength(10);
    for (const { Metadata } of functions) {
      expect(existsSync(join(outDir, String(Metadata['aws:asset:path']), 'index.mjs'))).toBe(true);
    }
  });

  test('nothing is made again while no source has changed', async () => {
    utimesSync(manifestFile, LONG_AGO, LONG_AGO);
    await synthesise({ stage: 'local', outDir, entries });
    expect(statSync(manifestFile).mtime).toEqual(LONG_AGO);
  });

  test('a changed source or setting makes the assembly again', async () => {
    utimesSync(manifestFile, LONG_AGO, LONG_AGO);
    write('second');
    await synthesise({ stage: 'local', outDir, entries });
    expect(statSync(manifestFile).mtime).not.toEqual(LONG_AGO);
    utimesSync(manifestFile, LONG_AGO, LONG_AGO);
    await synthesise({
      stage: 'local',
      outDir,
      entries,
      settings: { stages: { local: { retention: { logDays: 7 } } } },
    });
    expect(statSync(manifestFile).mtime).not.toEqual(LONG_AGO);
  });

  test('a refused configuration leaves what was there', async () => {
    await expect(synthesise({ stage: 'production', outDir, entries })).rejects.toThrow(/is described nowhere/);
    expect(existsSync(manifestFile)).toBe(true);
  });
});

test('the bundles of the same sources are made once, whatever the stage', { timeout: 120_000 }, async () => {
  const made = await bundleOnce();
  const { directory, bytes } = made.functions.authorize;
  const file = join(directory, 'index.mjs');
  expect(readFileSync(file).length).toBe(bytes);
  utimesSync(file, LONG_AGO, LONG_AGO);
  expect(await bundleOnce()).toEqual(made);
  expect(statSync(file).mtime).toEqual(LONG_AGO);
});
