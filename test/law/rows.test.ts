import { describe, expect, test } from 'vitest';
import { REGISTER, RULEBOOK } from '#shared/domain/law/register.ts';
import type { Rulebook } from '#shared/domain/law/rulebook.ts';
import { rulebookWithout } from '#shared/domain/law/rulebook-without.ts';
import { vet, vetBytes } from '#shared/domain/law/vet.ts';
import { instant } from '#test/support/builders.ts';
import { FAMILIES } from './rows/all.ts';
import type { Row } from './rows/row.ts';

const ROWS = FAMILIES.flatMap(([, rows]) => rows);
const verdictOf = ({ request, bytes }: Row, rulebook: Rulebook = RULEBOOK) => {
  const verdict = vet(request, rulebook);
  return bytes === undefined ? verdict : vetBytes(request, verdict, bytes, rulebook);
};
const told = (row: Row, rulebook?: Rulebook) => {
  const { outcome, reasons } = verdictOf(row, rulebook);
  return [outcome, ...reasons.map(({ code }) => code)];
};

describe.each(FAMILIES)('the decision table: %s', (_, rows) => {
  test.each(rows.map((row) => [row.row, row.title, row] as const))('row %s: %s', (_number, _title, row) => {
    const { notes, notBefore } = verdictOf(row);
    expect(told(row)).toEqual([row.outcome, ...row.codes]);
    if (row.notes) expect(notes.map(({ code }) => code)).toEqual(row.notes);
    expect(notBefore).toBe(row.notBefore === undefined ? undefined : instant(row.notBefore));
  });
});

describe('every prohibition is needed', () => {
  const inForceToday = [
    ...new Set(REGISTER.filter(({ article }) => article.inForce.until === undefined).map(({ code }) => code)),
  ];
  test.each(inForceToday)('without %s a row comes out otherwise', (code) => {
    const rulebook = rulebookWithout(code);
    const changed = ROWS.filter(
      (row) => JSON.stringify(told(row, rulebook)) !== JSON.stringify([row.outcome, ...row.codes]),
    );
    expect(changed.length).toBeGreaterThan(0);
  });
});
