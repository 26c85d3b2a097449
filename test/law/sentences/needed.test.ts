import { describe, expect, test } from 'vitest';
import { REGISTER } from '#shared/law/register.ts';
import { rulebookWithout } from '../../support/rulebook-without.ts';
import { FAMILIES } from '../rows/all.ts';
import { toldOfRow } from '../rows/told.ts';

const ROWS = FAMILIES.flatMap(([, rows]) => rows);

describe('every prohibition is needed', () => {
  const inForceToday = [
    ...new Set(REGISTER.filter(({ article }) => article.inForce.until === undefined).map(({ code }) => code)),
  ];
  test.each(inForceToday)('without %s a row comes out otherwise', (code) => {
    const rulebook = rulebookWithout(code);
    const changed = ROWS.filter(
      (row) => JSON.stringify(toldOfRow(row, rulebook)) !== JSON.stringify([row.outcome, ...row.codes]),
    );
    expect(changed.length).toBeGreaterThan(0);
  });
});
