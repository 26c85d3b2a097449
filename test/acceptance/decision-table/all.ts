import { ADDRESS_ROWS } from './addresses.ts';
import { CALL_ROWS } from './calls.ts';
import { CLASS_ROWS } from './classes.ts';
import { CONSENT_ROWS } from './consents.ts';
import { CUSTOMER_ROWS } from './customers.ts';
import { DECISION_ROWS } from './decisions.ts';
import { FORM_ROWS } from './forms.ts';
import { MOMENT_ROWS } from './moments.ts';
import { OPPOSITION_ROWS } from './oppositions.ts';
import { PROFESSIONAL_ROWS } from './professionals.ts';
import { RECORD_ROWS } from './records.ts';
import { RENEWAL_ROWS } from './renewals.ts';
import { RESTRICTION_ROWS } from './restrictions.ts';
import type { OnlyInProcess, Row } from './row.ts';
import { TRACKING_ROWS } from './tracking.ts';

/** The whole table, by family. */
export const FAMILIES: readonly (readonly [family: string, rows: readonly Row[]])[] = [
  ['consents', CONSENT_ROWS],
  ['oppositions', OPPOSITION_ROWS],
  ['existing customers', CUSTOMER_ROWS],
  ['professionals and legal persons', PROFESSIONAL_ROWS],
  ['records that others rest on', RECORD_ROWS],
  ['renewal requests', RENEWAL_ROWS],
  ['addresses from which mail came back', ADDRESS_ROWS],
  ['people who asked for a restriction', RESTRICTION_ROWS],
  ['moments', MOMENT_ROWS],
  ['calls and contracts that run', CALL_ROWS],
  ['sender, subject, bytes and offer', FORM_ROWS],
  ['tracking', TRACKING_ROWS],
  ['classes', CLASS_ROWS],
  ['decisions and corrections', DECISION_ROWS],
];

/** `49` of `49`, `49b` and `49c`; `NaN` of `D4`. */
export const numberOf = ({ row }: Pick<Row, 'row'>): number => Number.parseInt(row, 10);

/** Numbers first, then what a choice or a rule of docs/readings.md asks for. */
const byNumber = (a: Row, b: Row): number =>
  (numberOf(a) || Number.POSITIVE_INFINITY) - (numberOf(b) || Number.POSITIVE_INFINITY) || a.row.localeCompare(b.row);

/** The whole table, in the order of its numbers. */
export const TABLE: readonly Row[] = FAMILIES.flatMap(([, rows]) => rows).toSorted(byNumber);

type RowInProcess = Row & { readonly onlyInProcess: OnlyInProcess };
const isInProcess = (row: Row): row is RowInProcess => row.onlyInProcess !== undefined;

/** The rows that the API can be told. */
export const TOLD_TO_THE_API: readonly Row[] = TABLE.filter((row) => !isInProcess(row));
/** The rows that no call of the API can bring about, each with its reason. */
export const ONLY_IN_PROCESS: readonly RowInProcess[] = TABLE.filter(isInProcess);

/** Rows that only a journey can show, since no verdict comes of them (test/journeys/decision-table-faults.test.ts). */
export const ONLY_A_JOURNEY = [
  {
    row: '20',
    title: 'the store of standings cannot be read',
    why: 'there is no verdict at all, and the answer says so',
  },
] as const;
