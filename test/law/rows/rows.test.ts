import { describe, expect, test } from 'vitest';
import { instant } from '../../support/builders.ts';
import { FAMILIES } from './all.ts';
import { toldOfRow, verdictOfRow } from './told.ts';

describe.each(FAMILIES)('the decision table: %s', (_, rows) => {
  test.each(rows.map((row) => [row.row, row.title, row] as const))('row %s: %s', (_number, _title, row) => {
    const { notes, notBefore } = verdictOfRow(row);
    expect(toldOfRow(row)).toEqual([row.outcome, ...row.codes]);
    if (row.notes) expect(notes.map(({ code }) => code)).toEqual(row.notes);
    expect(notBefore).toBe(row.notBefore === undefined ? undefined : instant(row.notBefore));
  });
});
