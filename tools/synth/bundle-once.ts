import { existsSync, globSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bundles, bundleFunctions, FUNCTION_NAMES } from '#infra/bundle.ts';
import { hashOfSources } from './sources.ts';

const FOLDER = fileURLToPath(new URL('../../.aval/bundles', import.meta.url));
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

/**
 * The bundles of these sources, made once for every stage, since the stages differ in their templates alone: in a folder named by the hash of
 * the sources, which appears whole or not at all. What is in each bundle is not described. Throws as `bundleFunctions` does.
 */
export const bundleOnce = async (): Promise<Bundles> => {
  const outDir = join(FOLDER, hashOfSources('bundles').slice(0, 16));
  if (!existsSync(outDir)) {
    const working = `${outDir}.${process.pid}`;
    mkdirSync(dirname(working), { recursive: true });
    try {
      await bundleFunctions({ outDir: working });
      putThere(working, outDir);
    } finally {
      rmSync(working, { recursive: true, force: true });
    }
    forgetOld(Date.now());
  }
  const functions = Object.fromEntries(
    FUNCTION_NAMES.map((name) => {
      const directory = join(outDir, name);
      return [name, { directory, bytes: statSync(join(directory, 'index.mjs')).size }];
    }),
  );
  return { functions: functions as Bundles['functions'], metafile: { inputs: {}, outputs: {} } };
};
