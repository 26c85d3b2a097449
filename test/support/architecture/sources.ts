import { globSync, readFileSync } from 'node:fs';
import type { Sources } from './imports.ts';

const ROOMS = '{shared,functions,infra,local,console,cli,demo,tools,bench,clients,test}';

/** Every source file of the repository, tests included. */
export const readSources = (): Sources =>
  new Map(
    globSync(`${ROOMS}/**/*.{ts,tsx,mts,cts,js,mjs,cjs}`)
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !/(?:^|\/)(?:node_modules|dist)\//.test(file) && !file.startsWith('test/fixtures/'))
      .sort()
      .map((file) => [file, readFileSync(file, 'utf8')]),
  );
