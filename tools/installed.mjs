// Plain JavaScript without dependencies, like the launcher that asks it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

const PINNED_MAJOR = 24;

/**
 * The Node.js of the lock file, else the machine's own where it is new enough; `undefined`: there is neither.
 * @param {string} root
 */
export const nodeOf = (root) => {
  const pinned = join(root, 'node_modules/.bin/node');
  if (existsSync(pinned)) return pinned;
  return Number(process.versions.node.split('.')[0]) >= PINNED_MAJOR ? process.execPath : undefined;
};

/**
 * True when what npm installed below this folder is what its lock file says. npm writes its own record when an
 * installation is complete. Optional packages are those of other platforms; the root has no folder of its own.
 * @param {string} root
 */
export const isInstalled = (root) => {
  const record = join(root, 'node_modules/.package-lock.json');
  if (nodeOf(root) === undefined || !existsSync(record)) return false;
  const installed = packagesIn(record);
  const needed = Object.entries(packagesIn(join(root, 'package-lock.json'))).filter(
    ([path, { optional }]) => path && !optional,
  );
  return needed.every(([path, { version }]) => installed[path]?.version === version);
};
