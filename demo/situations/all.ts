import { ABROAD } from './abroad.ts';
import { BROKEN } from './broken.ts';
import { CONSENTS } from './consents.ts';
import { CUSTOMERS } from './customers.ts';
import { EVIDENCE } from './evidence.ts';
import { OPPOSITIONS } from './oppositions.ts';
import { PROFESSIONALS } from './professionals.ts';
import type { Situation } from './situation.ts';

/** Every kind of contact in the file. */
export const SITUATIONS: readonly Situation[] = [
  ...CONSENTS,
  ...EVIDENCE,
  ...OPPOSITIONS,
  ...CUSTOMERS,
  ...PROFESSIONALS,
  ...ABROAD,
  ...BROKEN,
];
