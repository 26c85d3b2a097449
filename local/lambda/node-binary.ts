import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PINNED = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));

/** The pinned Node.js, the version that Lambda runs; the running one where it is not installed. */
export const nodeBinary = (): string => (existsSync(PINNED) ? PINNED : process.execPath);
