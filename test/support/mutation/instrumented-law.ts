import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import type { Plugin } from 'esbuild';
import { strykerPlugins } from '#test/law/mutation-ignorer.mjs';

/** One small change of the law. */
export interface Mutant {
  /** `shared/law/facts/kept.ts#12`: the file, and its number there. */
  readonly id: string;
  /** `shared/law/facts/kept.ts:41`. */
  readonly where: string;
  readonly replacement: string;
  /** It changes only what a sentence says, or which text it cites: no verdict reads that. */
  readonly isOfWords: boolean;
}

/** Fields of an article, a sentence or an exception that a reader reads and no verdict does. */
const WORDS = /^\s*(?:quote|rule|says|reading|source|paragraph|url|number|legi|fr|en|asOf|takenOn)\b/;
/** A literal alone on its line is the rest of such a field. */
const LITERAL = /^\s*(['"`]).*\1,?$/;
const IS_TOLD = /^shared\/law\/(?:texts|reasons)\//;
const isOfWords = (name: string, line: string): boolean => IS_TOLD.test(name) || WORDS.test(line) || LITERAL.test(line);

const SILENT = () => undefined;
const QUIET = {
  ...Object.fromEntries(['trace', 'debug', 'info', 'warn', 'error', 'fatal'].map((level) => [level, SILENT])),
  ...Object.fromEntries(
    ['Trace', 'Debug', 'Info', 'Warn', 'Error', 'Fatal'].map((level) => [`is${level}Enabled`, () => false]),
  ),
} as unknown as ConstructorParameters<typeof Instrumenter>[0];

/** The root of the repository, an absolute path. */
export const ROOT = resolve(import.meta.dirname, '../../..');
const IS_LAW = /\/shared\/law\/.*\.ts$/;

/**
 * A plugin of esbuild that changes every file of the law in every small way, by Stryker, each change behind a switch and asleep; the
 * mutants that it made are in `mutants` once the bundle is built. With `of`, files whose path it fits alone.
 */
export const instrumentedLaw = (
  of: RegExp = IS_LAW,
): { readonly plugin: Plugin; readonly mutants: readonly Mutant[] } => {
  const mutants: Mutant[] = [];
  const instrumenter = new Instrumenter(QUIET);
  const ignorers = strykerPlugins.map(({ value }) => value);
  const options = { plugins: null, excludedMutations: [], ignorers } as never;
  const instrument = async (path: string): Promise<string> => {
    const content = await readFile(path, 'utf8');
    const { files, mutants: found } = await instrumenter.instrument([{ name: path, content, mutate: true }], options);
    // Ids begin again with each file: here each has its own.
    const name = relative(ROOT, path);
    const lines = content.split('\n');
    for (const { id, location, replacement, status } of found)
      if (status === undefined)
        mutants.push({
          id: `${name}#${id}`,
          where: `${name}:${location.start.line + 1}`,
          replacement,
          isOfWords: isOfWords(name, lines[location.start.line] ?? ''),
        });
    return (files[0]?.content ?? content).replaceAll(
      /(stryMutAct_9fa48|stryCov_9fa48)\(((?:"\d+"(?:, )?)+)\)/g,
      (_, call: string, ids: string) => `${call}(${ids.replaceAll(/"(\d+)"/g, (__, id: string) => `"${name}#${id}"`)})`,
    );
  };
  const plugin: Plugin = {
    name: 'mutants',
    setup: ({ onLoad }) =>
      onLoad({ filter: of }, async ({ path }) => ({ contents: await instrument(path), loader: 'ts' })),
  };
  return { plugin, mutants };
};
