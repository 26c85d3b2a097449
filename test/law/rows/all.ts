import { CLASS_ROWS } from './classes.ts';
import { CONSENT_ROWS } from './consents.ts';
import { CUSTOMER_ROWS } from './customers.ts';
import { FORM_ROWS } from './forms.ts';
import { MOMENT_ROWS } from './moments.ts';
import { OPPOSITION_ROWS } from './oppositions.ts';
import { OTHER_ROWS } from './others.ts';
import { PROFESSIONAL_ROWS } from './professionals.ts';
import { RENEWAL_ROWS } from './renewals.ts';
import type { Row } from './row.ts';
import { TRACKING_ROWS } from './tracking.ts';

/** The whole table, by family. */
export const FAMILIES: readonly (readonly [family: string, rows: readonly Row[]])[] = [
  ['consents', CONSENT_ROWS],
  ['oppositions', OPPOSITION_ROWS],
  ['existing customers', CUSTOMER_ROWS],
  ['professionals and legal persons', PROFESSIONAL_ROWS],
  ['renewal requests', RENEWAL_ROWS],
  ['moments', MOMENT_ROWS],
  ['sender, subject and final bytes', FORM_ROWS],
  ['tracking', TRACKING_ROWS],
  ['classes and decisions', CLASS_ROWS],
  ['beside the table', OTHER_ROWS],
];
