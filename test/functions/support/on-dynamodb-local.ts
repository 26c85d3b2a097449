import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SHARE, shareOf } from '../../support/shares/share.ts';

/** How many files there are to one that the seed puts there. */
const ONE_IN = 16;

/** Of many worlds or thousands of rows, each asked alike; the cost of a campaign is counted on a table in memory in any case. They run there by `npm run whole -- functions` alone. */
const LONG: readonly string[] = [
  'campaigns/cost.test.ts',
  'oppositions/one-code-of-many.test.ts',
  'oppositions/replies/one-code-of-ten-thousand.test.ts',
  'oppositions/providers/vonage-texts.test.ts',
  'people/change-person.test.ts',
  'remedies/each-remedy-cures.test.ts',
];

/** A file's folder below `test/functions`; of one that is in none, that. */
export const folderOf = (file: string): string => (file.includes('/') ? file.replace(/\/.*$/s, '') : 'no folder');

const FOLDER = new URL('../', import.meta.url);

/** The files of `test/functions`, as `retention/scan.test.ts`. */
export const FILES: readonly string[] = globSync('**/*.test.ts', {
  cwd: fileURLToPath(FOLDER),
})
  .map((file) => file.replaceAll('\\', '/'))
  .sort();

/** They make a table in memory themselves: none of them says anything of DynamoDB Local. */
const IN_MEMORY = new Set(
  FILES.filter((file) => readFileSync(new URL(file, FOLDER), 'utf8').includes('tableInMemory')),
);

const kindsOf = (file: string): readonly string[] =>
  LONG.includes(file) || IN_MEMORY.has(file) ? [] : [folderOf(file)];

/** Which of them run on DynamoDB Local: one in sixteen, of each folder at least one; all with the seed `all`. */
export const onDynamoDbLocal = (seed: string = SHARE): ReadonlySet<string> =>
  new Set(shareOf(FILES, { every: ONE_IN, kindsOf }, seed));
