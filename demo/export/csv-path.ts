import { fileURLToPath } from 'node:url';

/** The committed file: an export of invented contacts. */
export const CSV_PATH = fileURLToPath(new URL('contacts.csv', import.meta.url));
