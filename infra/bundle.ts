import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import { leanLibraries } from './lean-libraries.ts';
import { leanManifest } from './lean-manifest.ts';
import { leanSchemas } from './lean-schemas.ts';
import { pureModules } from './pure-modules.ts';
import { pureSchemas } from './pure-schemas.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Lambda hands its role's credentials over in the environment; the SDK's whole chain (profiles, SSO, containers, web
 * identity) would be a third of a bundle.
 */
const CREDENTIALS_OF_LAMBDA = {
  '@aws-sdk/credential-provider-node': join(ROOT, 'shared/adapters/credentials-of-lambda.ts'),
};

/** Some dependencies are CommonJS inside and `require` Node's own modules; ESM has no `require` of its own. */
const REQUIRE_FOR_COMMONJS =
  "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);";

export const FUNCTION_NAMES = Object.keys(manifest) as FunctionName[];

/** One bundled function. */
interface Bundle {
  /** Absolute path of the folder that becomes the Lambda asset: `<outDir>/<name>`. */
  readonly directory: string;
  /** Size of `index.mjs`, minified, in bytes. */
  readonly bytes: number;
}

export interface Bundles {
  readonly functions: Readonly<Record<FunctionName, Bundle>>;
  /** esbuild's account of what is in each bundle. */
  readonly metafile: Metafile;
}

/**
 * Bundles every function of the manifest in one esbuild run, to `<outDir>/<name>/index.mjs`.
 * `entries` replaces the entry file (absolute path) of some functions.
 * Throws an `Error` that names the function and the file when an entry is missing.
 */
export const bundleFunctions = async (options: {
  outDir: string;
  entries?: Partial<Record<FunctionName, string>>;
}): Promise<Bundles> => {
  const entries = FUNCTION_NAMES.map((name) => [name, options.entries?.[name] ?? entryOf(name)] as const);
  const metafile = await bundleEntries(options.outDir, entries);
  return { functions: sizesOf(metafile, options.outDir), metafile };
};

/**
 * Bundles one function from another entry file (absolute path) than the manifest's; resolves to its folder, `<outDir>/<name>`.
 * Throws as `bundleFunctions` does.
 */
export const bundleFunction = async (outDir: string, name: FunctionName, entry: string): Promise<string> => {
  await bundleEntries(outDir, [[name, entry]]);
  return join(outDir, name);
};

const bundleEntries = async (
  outdir: string,
  entries: readonly (readonly [FunctionName, string])[],
): Promise<Metafile> => {
  for (const [name, file] of entries) assertExists(name, file);
  const { metafile } = await build({
    entryPoints: Object.fromEntries(entries.map(([name, file]) => [`${name}/index`, file])),
    outdir,
    outExtension: { '.js': '.mjs' },
    absWorkingDir: ROOT,
    tsconfig: join(ROOT, 'tsconfig.json'),
    bundle: true,
    splitting: false,
    minify: true,
    // Escapes would make the tables of HTML entities and every French sentence two to three times as long.
    charset: 'utf8',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    alias: CREDENTIALS_OF_LAMBDA,
    plugins: [leanManifest, leanSchemas, leanLibraries, pureModules, pureSchemas],
    banner: { js: REQUIRE_FOR_COMMONJS },
    legalComments: 'none',
    logLevel: 'silent',
    metafile: true,
  });
  return metafile;
};

/** The entry file of a function, absolute: `.tsx` where it renders a page, `.ts` otherwise. */
const entryOf = (name: FunctionName): string => {
  const base = join(ROOT, 'functions', manifest[name].file);
  return existsSync(`${base}.tsx`) ? `${base}.tsx` : `${base}.ts`;
};

const assertExists = (name: string, file: string): void => {
  if (existsSync(file)) return;
  throw new Error(`Function "${name}" cannot be bundled: its entry ${file.replace(ROOT, '')} does not exist.`);
};

const sizesOf = (metafile: Metafile, outDir: string): Record<FunctionName, Bundle> => {
  const sizes = new Map(Object.entries(metafile.outputs).map(([file, output]) => [join(ROOT, file), output.bytes]));
  const bundles = FUNCTION_NAMES.map((name) => {
    const directory = join(outDir, name);
    return [name, { directory, bytes: sizes.get(join(directory, 'index.mjs')) ?? 0 }];
  });
  return Object.fromEntries(bundles) as Record<FunctionName, Bundle>;
};
