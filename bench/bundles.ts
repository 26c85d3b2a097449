/**
 * Weight and cold import of every function's bundle, beside a bare handler of middy, zod/mini and the DynamoDB client,
 * in the same run. Imports are medians over fresh processes; Node's own boot is left out.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { type FunctionName, manifest } from '../functions/manifest.ts';
import { bundleFunctions } from '../infra/bundle.ts';
import { type BundleContents, contentsOf } from './bundle-contents.ts';

const PROCESSES = 7;

/** One bundle: minified bytes, and milliseconds from before the import to after it. */
export interface BundleMeasure {
  readonly name: string;
  readonly bytes: number;
  readonly importMs: number;
  /** Import time as a multiple of the bare handler's. */
  readonly ratio: number;
  /** What its bytes are for; empty for the bare handler. */
  readonly contents: BundleContents;
}

const BARE = `
import middy from '@middy/core';
import * as z from 'zod/mini';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
const Body = z.strictObject({ id: z.string() });
const client = new DynamoDBClient({});
const run = async (event) => client.send(new GetItemCommand({ TableName: 't', Key: { pk: { S: Body.parse(event).id } } }));
export const handler = middy().handler(run);
`;

/** Any value that an environment schema takes. */
const ENVIRONMENT = { AWS_REGION: 'eu-west-3', AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench' };
const environmentOf = (name: FunctionName) =>
  Object.fromEntries(manifest[name].env.map((variable) => [variable, `https://${variable.toLowerCase()}.example`]));

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const importOnce = (file: string, env: Record<string, string>): number => {
  const program = `const t=performance.now();await import(${JSON.stringify(pathToFileURL(file).href)});console.log(performance.now()-t);process.exit(0)`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...ENVIRONMENT, ...env },
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`${file} cannot be imported: ${run.stderr}`);
  return Number(run.stdout.trim().split('\n').at(-1));
};

const importMsOf = (file: string, env: Record<string, string> = {}): number =>
  median(Array.from({ length: PROCESSES }, () => importOnce(file, env)));

const buildBare = async (folder: string): Promise<{ file: string; bytes: number }> => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'index.mjs');
  const { metafile } = await build({
    stdin: { contents: BARE, resolveDir: process.cwd() },
    outfile: file,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    metafile: true,
  });
  return { file, bytes: Object.values(metafile.outputs)[0]?.bytes ?? 0 };
};

/** Measures the bare handler first, then every function. */
export const benchBundles = async (): Promise<readonly BundleMeasure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'aval-bench-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const bare = await buildBare(join(folder, 'bare'));
    const bareMs = importMsOf(bare.file);
    const { functions, metafile } = await bundleFunctions({ outDir: join(folder, 'functions') });
    const rows = Object.entries(functions).map(([name, { directory, bytes }]) => {
      const importMs = importMsOf(join(directory, 'index.mjs'), environmentOf(name as FunctionName));
      return { name, bytes, importMs, ratio: importMs / bareMs, contents: contentsOf(metafile, `/${name}/index.mjs`) };
    });
    return [
      { name: 'bare: middy, zod/mini, DynamoDB client', bytes: bare.bytes, importMs: bareMs, ratio: 1, contents: [] },
      ...rows,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
