import { describe, expect, test } from 'vitest';
import { vet, vetBytes } from '#shared/domain/law/vet.ts';
import { instant } from '#test/support/builders.ts';
import { CONSENT_ROWS } from './rows/consents.ts';
import { CUSTOMER_ROWS } from './rows/customers.ts';
import { FORM_ROWS } from './rows/forms.ts';
import { MOMENT_ROWS } from './rows/moments.ts';
import { OPPOSITION_ROWS } from './rows/oppositions.ts';
import { PROFESSIONAL_ROWS } from './rows/professionals.ts';
import type { Row } from './rows/row.ts';

const verdictOf = ({ request, bytes }: Row) => {
  const verdict = vet(request);
  return bytes === undefined ? verdict : vetBytes(request, verdict, bytes);
};

describe.each([
  ['consents', CONSENT_ROWS],
  ['oppositions', OPPOSITION_ROWS],
  ['existing customers', CUSTOMER_ROWS],
  ['professionals and legal persons', PROFESSIONAL_ROWS],
  ['moments', MOMENT_ROWS],
  ['sender, subject and final bytes', FORM_ROWS],
])('the decision table: %s', (_, rows) => {
  test.each(rows.map((row) => [row.row, row.title, row] as const))('row %s: %s', (_number, _title, row) => {
    const verdict = verdictOf(row);
    expect({ outcome: verdict.outcome, codes: verdict.reasons.map(({ code }) => code) }).toEqual({
      outcome: row.outcome,
      codes: row.codes,
    });
    if (row.notes) expect(verdict.notes.map(({ code }) => code)).toEqual(row.notes);
    expect(verdict.notBefore).toBe(row.notBefore === undefined ? undefined : instant(row.notBefore));
  });
});
