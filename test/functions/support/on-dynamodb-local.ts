import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SHARE, shareOf } from '../../support/shares/share.ts';

/** How many files there are to one that the seed puts there. */
const ONE_IN = 8;

/** A file's folder below `test/functions`; of one that is in none, that. */
export const folderOf = (file: string): string => (file.includes('/') ? file.replace(/\/.*$/s, '') : 'no folder');

/** The files of `test/functions`, as `retention/scan.test.ts`. */
export const FILES: readonly string[] = globSync('**/*.test.ts', {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
})
  .map((file) => file.replaceAll('\\', '/'))
  .sort();

/** Which of them run on DynamoDB Local: one in eight, of each folder at least one; all with the seed `all`. */
export const onDynamoDbLocal = (seed: string = SHARE): ReadonlySet<string> =>
  new Set(shareOf(FILES, { every: ONE_IN, kindsOf: (file) => [folderOf(file)] }, seed));
