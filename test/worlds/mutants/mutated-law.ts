import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { instrumentedLaw, type Mutant, ROOT } from '#test/support/mutation/instrumented-law.ts';
import { awake, noting } from '#test/support/mutation/switches.ts';
import type { Opinion } from '../../oracle/world.ts';

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

const ENTRY = resolve(ROOT, 'shared/law/fold/vet.ts');

/** A mutant that loops is stopped, which counts as another answer. The law as it is comes by no place as often in one request. */
const MOST_HITS = 10_000;

interface Vetted {
  readonly outcome: Opinion['outcome'];
  readonly reasons: readonly { readonly code: string }[];
}

/** Changes every file of the law in every small way, as `npm run mutation` does, and bundles it; with `of`, files whose path it fits alone. */
export const mutateLaw = async (of?: RegExp): Promise<MutatedLaw> => {
  const { plugin, mutants } = instrumentedLaw(of);
  const bundled = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
    plugins: [plugin],
  });
  if (mutants.length === 0) throw new Error('no mutant was made');
  const code = bundled.outputFiles[0]?.text ?? '';
  const script = new Script(`(function (exports, require, module) {${code}\n})`, { filename: 'mutated-law.cjs' });
  const require = createRequire(import.meta.url);
  const load = (mutant?: string): Law => {
    awake(mutant, MOST_HITS);
    const module: { exports: { vet?: (request: VetRequest) => Vetted } } = { exports: {} };
    script.runInThisContext()(module.exports, require, module);
    const { vet } = module.exports;
    if (vet === undefined) throw new Error('the law was not loaded');
    return (request) => {
      if (awakened === undefined) awake(mutant, MOST_HITS);
      const { outcome, reasons } = vet(request);
      return { outcome, primary: reasons[0]?.code ?? 'none', reasons: reasons.length };
    };
  };
  let awakened: string | undefined;
  const awakeIn = (law: Law, mutant: string): Law => {
    return (request) => {
      awakened = mutant;
      awake(mutant, MOST_HITS);
      try {
        return law(request);
      } finally {
        awakened = undefined;
        awake(undefined, MOST_HITS);
      }
    };
  };
  const covering = <Result>(test: string | undefined, run: () => Result) => {
    const coverage = noting(test);
    return { result: run(), coverage };
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
