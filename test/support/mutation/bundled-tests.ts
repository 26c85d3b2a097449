import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import law from '#test/law/mutation.config.ts';
import { instrumentedLaw, type Mutant, ROOT } from './instrumented-law.ts';

const COLLECTING = resolve(import.meta.dirname, 'collecting.ts');
/** Inside the repository, so that the packages of its `node_modules` are found. */
const FOLDER = join(ROOT, '.aval/mutation');
/** What the tests of the law read when they run, and what judges made worlds. */
const READ = [
  'package-lock.json',
  'test/oracle/**/*.ts',
  'test/worlds/**/*.ts',
  'docs/*.md',
  'docs/drafts/**/*.json',
  'test/fixtures/*.json',
  'test/texts/*.*',
];
const IS_OURS = /^[./#]/;

/** The files of tests that a mutant of the law must survive (`test/law/mutation.config.ts`). */
const testFiles = (): readonly string[] =>
  globSync([...law.include], { cwd: ROOT, exclude: [...law.exclude] })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

/** Loads the articles for their examples: by name, from the disk, where no mutant is. */
const LOADS_ARTICLES = resolve(ROOT, 'tools/law/load-module.ts');
/** The same, of the articles that are in the bundle. */
const articlesOfTheBundle = (): string => {
  const files = globSync('shared/law/articles/**/*.ts', { cwd: ROOT }).map((file) => join(ROOT, file));
  const loads = files.map(
    (file) => `[${JSON.stringify(pathToFileURL(file).href)}, () => import(${JSON.stringify(file)})]`,
  );
  return `const files = new Map([${loads.join(', ')}]);\nexport const loadModule = async ({ href }) => files.get(href)();`;
};

/** Packages stay outside, and `vitest` is what collects; each file knows its own place. */
const asTests: Plugin = {
  name: 'tests',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^vitest$/ }, ({ importer }) =>
      importer === COLLECTING ? { path: 'vitest', external: true } : { path: COLLECTING },
    );
    onResolve({ filter: /./ }, ({ path, kind }) =>
      kind === 'entry-point' || IS_OURS.test(path) ? undefined : { path, external: true },
    );
    onLoad({ filter: /load-module\.ts$/ }, ({ path }) =>
      path === LOADS_ARTICLES
        ? { contents: articlesOfTheBundle(), loader: 'ts', resolveDir: dirname(path) }
        : undefined,
    );
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const placed = source
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
      return { contents: placed, loader: 'ts' };
    });
  },
};

/** The law with every mutant in it, and its tests, in one file that can be imported anew as often as one likes. */
export interface BundledTests {
  readonly file: string;
  /** Of what is in it: what was found of another one does not count. */
  readonly sha256: string;
  readonly mutants: readonly Mutant[];
}

/** Bundles the law, changed in every small way, with its tests. */
export const bundleTests = async (): Promise<BundledTests> => {
  const { plugin, mutants } = instrumentedLaw();
  const loads = testFiles().map(
    (file) =>
      `[${JSON.stringify(file)}, async () => { inFile(${JSON.stringify(file)}); await import(${JSON.stringify(`./${file}`)}); return takeCollected(); }],`,
  );
  const collecting = `import { inFile, takeCollected } from ${JSON.stringify(COLLECTING)};`;
  const contents = [collecting, 'export const files = new Map([', ...loads, ']);'];
  const bundled = await build({
    stdin: { contents: contents.join('\n'), resolveDir: ROOT, sourcefile: 'tests-of-the-law.ts', loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    logLevel: 'silent',
    plugins: [plugin, asTests],
  });
  const code = bundled.outputFiles[0]?.text ?? '';
  if (mutants.length === 0 || code === '') throw new Error('no mutant was made');
  const hash = createHash('sha256').update(code.replaceAll(ROOT, ''));
  for (const name of globSync(READ, { cwd: ROOT }).toSorted()) hash.update(await readFile(join(ROOT, name)));
  const sha256 = hash.digest('hex');
  const file = join(FOLDER, 'tests-of-the-law.mjs');
  await mkdir(FOLDER, { recursive: true });
  await writeFile(file, code);
  return { file, sha256, mutants };
};
