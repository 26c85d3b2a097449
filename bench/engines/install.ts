/** Installs the peers of `bench/package.json` beside it, exactly as locked; the product itself depends on none of them. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Throws when npm fails: a table without the peers would say nothing. `npm ci` refuses a lock that lacks an optional
 * binary of another platform, which one peer has never published; the versions are exact in `package.json` all the same.
 */
export const installPeers = (): void => {
  const bench = fileURLToPath(new URL('..', import.meta.url));
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--prefix', bench, '--no-audit', '--no-fund', '--loglevel=error'],
    {
      stdio: ['ignore', process.stderr, 'inherit'],
    },
  );
  if (status !== 0) throw new Error('The peers could not be installed: see the lines above.');
};
