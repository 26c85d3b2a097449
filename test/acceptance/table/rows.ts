import { CALL_ROWS } from './calls.ts';
import { CLASS_ROWS } from './classes.ts';
import { CONSENT_ROWS } from './consents.ts';
import { CUSTOMER_ROWS } from './customers.ts';
import { FORM_ROWS } from './forms.ts';
import { MOMENT_ROWS } from './moments.ts';
import { OPPOSITION_ROWS } from './oppositions.ts';
import { OTHER_ROWS } from './others.ts';
import { PROFESSIONAL_ROWS } from './professionals.ts';
import type { TableRow, ToldElsewhere } from './row.ts';

/** `49` of `49`, `49b` and `49c`. */
export const numberOf = ({ row }: { readonly row: string }): number => Number.parseInt(row, 10);

/** The decision table, as it is told to the API; in the order of its numbers. */
export const TABLE: readonly TableRow[] = [
  ...CONSENT_ROWS,
  ...OPPOSITION_ROWS,
  ...CUSTOMER_ROWS,
  ...PROFESSIONAL_ROWS,
  ...CALL_ROWS,
  ...MOMENT_ROWS,
  ...FORM_ROWS,
  ...CLASS_ROWS,
  ...OTHER_ROWS,
].toSorted((a, b) => numberOf(a) - numberOf(b) || a.row.localeCompare(b.row));

/** Rows that need a fault or a race: test/journeys/decision-table-faults.test.ts. */
export const JOURNEYS: readonly ToldElsewhere[] = [
  { row: '20', why: 'the store of standings cannot be read' },
  { row: '64', why: 'an opposition comes while the message waits to be sent' },
  { row: '65', why: 'a stored consent is altered behind the API' },
];

/** Rows that no call of the API can bring about in this version; they are in test/law/rows/. */
export const NOT_THROUGH_THE_API: readonly ToldElsewhere[] = [
  {
    row: '33',
    why: 'no route sends calls: a call is vetted and never handed over, so that none is ever counted as an attempt',
  },
];
