import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FunctionName } from '#functions/manifest.ts';
import { configOf } from '#infra/config.ts';
import { LOCAL_SETTINGS } from './local-settings.ts';
import { hashOfSources } from './sources.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Beside `manifest.json`: the hash of the sources that the assembly was made of. */
const MARKER = 'aval-sources';

export interface Synthesis {
  readonly stage: string;
  /** Where the assembly goes; relative to the repository when not absolute. Its former content is replaced. */
  readonly outDir: string;
  /** Other entry files, absolute, for some functions. */
  readonly entries?: Partial<Record<FunctionName, string>>;
  /** What `aval.config.json` holds; absent: what a developer's machine is. */
  readonly settings?: unknown;
}

const withSettings = <S extends Omit<Synthesis, 'outDir'>>(synthesis: S): S =>
  synthesis.stage === 'local' ? { settings: LOCAL_SETTINGS, ...synthesis } : synthesis;

/** Assemblies kept by `synthesiseOnce`, and how long an older one may still serve a stack that runs. */
const KEPT = 4;
const KEPT_MS = 6 * 3600_000;

/**
 * The assembly of these sources, in a folder of its own below `folder`, named by their hash: made once, never changed, so
 * that stacks that run keep theirs while the sources move on. Old ones are removed. Throws as `synthesise` does.
 */
export const synthesiseOnce = async (folder: string, synthesis: Omit<Synthesis, 'outDir'>): Promise<string> => {
  const parent = resolve(ROOT, folder);
  const whole = withSettings(synthesis);
  const made = await synthesise({ ...whole, outDir: join(parent, hashOf(whole).slice(0, 16)) });
  const byAge = globSync('*/', { cwd: parent })
    .map((name) => ({
      path: join(parent, name),
      at: statSync(join(parent, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .sort((left, right) => right.at - left.at);
  for (const { path, at } of byAge.slice(KEPT))
    if (Date.now() - at > KEPT_MS) rmSync(path, { recursive: true, force: true });
  return made;
};

/**
 * Synthesises a stage in this process and resolves to the folder of the cloud assembly. Does nothing when the assembly
 * there was made of the same sources and options. The folder appears whole or not at all.
 * Throws an `Error` with a sentence when the configuration is refused or an entry file is missing.
 */
export const synthesise = async (asked: Synthesis): Promise<string> => {
  const synthesis = withSettings(asked);
  const outDir = resolve(ROOT, synthesis.outDir);
  const config = configOf(synthesis.stage, synthesis.settings);
  const hash = hashOf(synthesis);
  if (isFresh(outDir, hash)) return outDir;
  const working = `${outDir}.${process.pid}`;
  // Loaded here alone: the CDK takes a second, and most often nothing is to be made.
  const [{ bundleFunctions }, { bundleOnce }, { addStacks, newApp }] = await Promise.all([
    import('#infra/bundle.ts'),
    import('./bundle-once.ts'),
    import('#infra/deployment.ts'),
  ]);
  try {
    const { entries } = synthesis;
    const bundles =
      entries === undefined ? await bundleOnce() : await bundleFunctions({ outDir: join(working, 'bundles'), entries });
    const app = newApp({ outdir: join(working, 'assembly') });
    addStacks(app, config, bundles);
    app.synth();
    writeFileSync(join(working, 'assembly', MARKER), hash);
    replace(outDir, join(working, 'assembly'), hash);
  } finally {
    rmSync(working, { recursive: true, force: true });
  }
  return outDir;
};

const isFresh = (outDir: string, hash: string): boolean => {
  const marker = join(outDir, MARKER);
  return existsSync(marker) && readFileSync(marker, 'utf8') === hash;
};

/** Another process may have put the same assembly there first: then that one stays. */
const replace = (outDir: string, made: string, hash: string): void => {
  mkdirSync(dirname(outDir), { recursive: true });
  if (isFresh(outDir, hash)) return;
  if (existsSync(outDir)) renameSync(outDir, `${made}-former`);
  renameSync(made, outDir);
};

/** Of the options, of every source, and of the entry files given. */
const hashOf = ({ stage, entries = {}, settings }: Omit<Synthesis, 'outDir'>): string =>
  hashOfSources(JSON.stringify([stage, sorted(entries), settings]), Object.values(entries));

const sorted = (values: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(values).sort(([left], [right]) => (left < right ? -1 : 1));
