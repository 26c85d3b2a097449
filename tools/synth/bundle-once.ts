import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FunctionName } from '#functions/manifest.ts';
import { type Bundles, bundleFunctions, FUNCTION_NAMES } from '#infra/bundle.ts';
import { hashOfSources } from './sources.ts';

const FOLDER = fileURLToPath(new URL('../../.aval/bundles', import.meta.url));
/** Beside the bundles: what esbuild said of them when they were made. */
const ACCOUNT = 'account.json';
/** How long those of former sources stay, where a synthesis may still read them. */
const KEPT_MS = 6 * 3600_000;

const forgetOld = (now: number): void => {
  for (const name of globSync('*/', { cwd: FOLDER })) {
    const at = statSync(join(FOLDER, name), { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - at > KEPT_MS) rmSync(join(FOLDER, name), { recursive: true, force: true });
  }
};

/** Another process may put the same there first: then that one stays. */
const putThere = (working: string, outDir: string): void => {
  try {
    renameSync(working, outDir);
  } catch (error) {
    if (!existsSync(outDir)) throw error;
  }
};

/** The folder of the bundles of these sources, which are made if they are not there. */
const made = async (): Promise<string> => {
  const outDir = join(FOLDER, hashOfSources('bundles').slice(0, 16));
  if (existsSync(outDir)) return outDir;
  const working = `${outDir}.${process.pid}`;
  mkdirSync(dirname(working), { recursive: true });
  try {
    writeFileSync(join(working, ACCOUNT), JSON.stringify(await bundleFunctions({ outDir: working })));
    putThere(working, outDir);
  } finally {
    rmSync(working, { recursive: true, force: true });
  }
  forgetOld(Date.now());
  return outDir;
};

const foldersIn = (outDir: string, bytesOf: (name: FunctionName) => number): Bundles['functions'] =>
  Object.fromEntries(
    FUNCTION_NAMES.map((name) => [name, { directory: join(outDir, name), bytes: bytesOf(name) }]),
  ) as Bundles['functions'];

/**
 * The bundles of these sources, made once for every stage, since the stages differ in their templates alone: in a folder named by the hash of
 * the sources, which appears whole or not at all. What is in each bundle is not described. Throws as `bundleFunctions` does.
 */
export const bundleOnce = async (): Promise<Bundles> => {
  const outDir = await made();
  const functions = foldersIn(outDir, (name) => statSync(join(outDir, name, 'index.mjs')).size);
  return { functions, metafile: { inputs: {}, outputs: {} } };
};

/** The same with what `bundleFunctions` said when it made them: the size of each, and what is in it. */
export const describedBundles = async (): Promise<Bundles> => {
  const outDir = await made();
  const { functions, metafile } = JSON.parse(readFileSync(join(outDir, ACCOUNT), 'utf8')) as Bundles;
  return { functions: foldersIn(outDir, (name) => functions[name].bytes), metafile };
};
