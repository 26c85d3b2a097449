import { resolve } from 'node:path';

/** A file or folder that a caller names, absolute: from where they called. The launcher runs programs in the checkout, and npm or it passes on where that was. */
export const callersPath = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);
