import { describe, expect, test } from 'vitest';
import { REGISTER } from '#shared/law/register.ts';
import { answerOf, foldTable } from '../../support/in-process/fold-table.ts';
import { rulebookWithout } from '../../support/rulebook-without.ts';

const ROWS = (await foldTable()).flatMap(([, rows]) => rows);

describe('every prohibition is needed', () => {
  const inForceToday = [
    ...new Set(REGISTER.filter(({ article }) => article.inForce.until === undefined).map(({ code }) => code)),
  ];
  test.each(inForceToday)('without %s a row comes out otherwise', (code) => {
    const rulebook = rulebookWithout(code);
    const isChanged = (row: (typeof ROWS)[number]): boolean =>
      JSON.stringify(answerOf(row, rulebook)) !== JSON.stringify([row.outcome, ...row.codes]);
    // One is enough, and is most likely among those that name it.
    const byNaming = ROWS.toSorted((a, b) => Number(b.codes.includes(code)) - Number(a.codes.includes(code)));
    const advice = `No row turns on ${code}: add one to test/acceptance/decision-table/ that comes out otherwise without it.`;
    expect(byNaming.some(isChanged), advice).toBe(true);
  });
});
