import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SHARE, shareOf } from '../../support/shares/share.ts';

/** What the table in memory does otherwise: scans with a filter or in pages, indexes that hold keys alone, and reads of a great many items. */
const ALWAYS: readonly string[] = [
  ...['audience/labels', 'audience/rebuild', 'oppositions/answered-message', 'oppositions/damaged-contacts'],
  ...['centre/agree', 'centre/by-route', 'centre/centre', 'centre/code', 'centre/handlers'],
  ...['dpo/breach', 'retention/reads', 'retention/scan'],
].map((name) => `${name}.test.ts`);
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

/** Which of them run on DynamoDB Local: those that must, and of the rest one in eight, of each folder at least one; all with the seed `all`. */
export const onDynamoDbLocal = (seed: string = SHARE): ReadonlySet<string> =>
  new Set([...ALWAYS, ...shareOf(FILES, { every: ONE_IN, kindsOf: (file) => [folderOf(file)] }, seed)]);
