import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { relative, resolve } from 'node:path';
import { Script } from 'node:vm';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { build } from 'esbuild';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { strykerPlugins } from '#test/law/mutation-ignorer.mjs';
import type { Opinion } from '../../oracle/world.ts';

/** One small change of the law. */
export interface Mutant {
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

/** A law that can be asked: its outcome and first code, and how many reasons it gives. */
export type Law = (request: VetRequest) => Opinion & { readonly reasons: number };

/** The law with every mutant in it, each asleep. */
export interface MutatedLaw {
  readonly mutants: readonly Mutant[];
  /** Of the bundle: what was found of another one does not count. */
  readonly sha256: string;
  /** The law with this mutant awake; with none, the law as it is. What it makes when it is loaded, it makes anew. */
  readonly lawWith: (mutant?: string) => Law;
  /** A law that was loaded as it is, with this mutant awake each time that it is asked: for what it does not make when loaded. */
  readonly awakeIn: (law: Law, mutant: string) => Law;
  /** The mutants that a request comes by, asked of the law as it is. */
  readonly metBy: (law: Law, request: VetRequest) => readonly string[];
  /** The mutants that are met while the law is loaded. */
  readonly metOnLoading: () => ReadonlySet<string>;
}

const SILENT = () => undefined;
const QUIET = {
  ...Object.fromEntries(['trace', 'debug', 'info', 'warn', 'error', 'fatal'].map((level) => [level, SILENT])),
  ...Object.fromEntries(
    ['Trace', 'Debug', 'Info', 'Warn', 'Error', 'Fatal'].map((level) => [`is${level}Enabled`, () => false]),
  ),
} as unknown as ConstructorParameters<typeof Instrumenter>[0];

const ROOT = resolve(import.meta.dirname, '../../..');
const ENTRY = resolve(ROOT, 'shared/law/fold/vet.ts');
const IS_LAW = /\/shared\/law\/.*\.ts$/;

/** How Stryker's switches are told which mutant is awake, and tell which were met. */
interface Switches {
  activeMutant?: string | undefined;
  hitCount?: number;
  hitLimit?: number;
  currentTestId?: string | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}
const switches = (): Switches => {
  const global: { __stryker__?: Switches } = globalThis as never;
  global.__stryker__ ??= {};
  return global.__stryker__;
};

/** A mutant that loops is stopped, which counts as another answer. The law as it is comes by no place as often in one request. */
const MOST_HITS = 10_000;

interface Vetted {
  readonly outcome: Opinion['outcome'];
  readonly reasons: readonly { readonly code: string }[];
}

const awake = (mutant: string | undefined): void =>
  void Object.assign(switches(), { activeMutant: mutant, hitCount: 0, hitLimit: MOST_HITS });

/** Changes every file of the law in every small way, as `npm run mutation` does, and bundles it. */
export const mutateLaw = async (): Promise<MutatedLaw> => {
  const mutants: Mutant[] = [];
  const instrumenter = new Instrumenter(QUIET);
  const ignorers = strykerPlugins.map(({ value }) => value);
  const options = { plugins: null, excludedMutations: [], ignorers } as never;
  let before = 0;
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
    before += found.length;
    return (files[0]?.content ?? content).replaceAll(
      /(stryMutAct_9fa48|stryCov_9fa48)\(((?:"\d+"(?:, )?)+)\)/g,
      (_, call: string, ids: string) => `${call}(${ids.replaceAll(/"(\d+)"/g, (__, id: string) => `"${name}#${id}"`)})`,
    );
  };
  const bundled = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
    plugins: [
      {
        name: 'mutants',
        setup: ({ onLoad }) =>
          onLoad({ filter: IS_LAW }, async ({ path }) => ({ contents: await instrument(path), loader: 'ts' })),
      },
    ],
  });
  if (before === 0) throw new Error('no mutant was made');
  const code = bundled.outputFiles[0]?.text ?? '';
  const script = new Script(`(function (exports, require, module) {${code}\n})`, { filename: 'mutated-law.cjs' });
  const require = createRequire(import.meta.url);
  const load = (mutant?: string): Law => {
    awake(mutant);
    const module: { exports: { vet?: (request: VetRequest) => Vetted } } = { exports: {} };
    script.runInThisContext()(module.exports, require, module);
    const { vet } = module.exports;
    if (vet === undefined) throw new Error('the law was not loaded');
    return (request) => {
      if (awakened === undefined) awake(mutant);
      const { outcome, reasons } = vet(request);
      return { outcome, primary: reasons[0]?.code ?? 'none', reasons: reasons.length };
    };
  };
  let awakened: string | undefined;
  const awakeIn = (law: Law, mutant: string): Law => {
    return (request) => {
      awakened = mutant;
      awake(mutant);
      try {
        return law(request);
      } finally {
        awakened = undefined;
        awake(undefined);
      }
    };
  };
  const covering = <Result>(test: string | undefined, run: () => Result) => {
    // A loaded law keeps hold of the object that it found first: only its fields may be new.
    const coverage = switches().mutantCoverage ?? { static: {}, perTest: {} };
    Object.assign(coverage, { static: {}, perTest: {} });
    Object.assign(switches(), { mutantCoverage: coverage, currentTestId: test });
    const result = run();
    return { result, coverage };
  };
  return {
    mutants,
    sha256: createHash('sha256').update(code).digest('hex'),
    lawWith: load,
    awakeIn,
    metBy: (law, request) => Object.keys(covering('request', () => law(request)).coverage.perTest.request ?? {}),
    metOnLoading: () => new Set(Object.keys(covering(undefined, () => load()).coverage.static)),
  };
};
