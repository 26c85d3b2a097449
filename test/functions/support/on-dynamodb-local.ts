import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SHARE, shareOf } from '../../support/shares/share.ts';

/** How many files there are to one that the seed puts there. */
const ONE_IN = 16;

/** Of many worlds or thousands of rows, each asked alike: they run there by `npm run whole -- functions` alone. */
const LONG: readonly string[] = [
  'oppositions/one-code-of-many.test.ts',
  'oppositions/replies/one-code-of-ten-thousand.test.ts',
  'people/change-person.test.ts',
  'remedies/each-remedy-cures.test.ts',
];

/** A file's folder below `test/functions`; of one that is in none, that. */
export const folderOf = (file: string): string => (file.includes('/') ? file.replace(/\/.*$/s, '') : 'no folder');

/** The files of `test/functions`, as `retention/scan.test.ts`. */
export const FILES: readonly string[] = globSync('**/*.test.ts', {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
})
  .map((file) => file.replaceAll('\\', '/'))
  .sort();

const kindsOf = (file: string): readonly string[] => (LONG.includes(file) ? [] : [folderOf(file)]);

/** Which of them run on DynamoDB Local: one in sixteen, of each folder at least one; all with the seed `all`. */
export const onDynamoDbLocal = (seed: string = SHARE): ReadonlySet<string> =>
  new Set(shareOf(FILES, { every: ONE_IN, kindsOf }, seed));
