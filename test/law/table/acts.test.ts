import { describe, expect, test } from 'vitest';
import { TABLE } from '../../acceptance/decision-table/all.ts';
import type { Row } from '../../acceptance/decision-table/row.ts';
import { foldRow } from '../../support/in-process/fold-table.ts';
import { verdictOf } from '../../support/in-process/judge.ts';
import { oneIn } from '../../support/shares/share.ts';

/**
 * Acts without which a row comes to the same, by row and kind: it states them to show that they change nothing (an
 * opposition, before a message that is no prospecting; a void record, which helps nobody), or they tell who is who and when.
 */
const ACTS_THAT_DO_NOT_DECIDE: readonly string[] = [
  '11 consent opposition',
  '11b consent opposition',
  '14 contact contact consent',
  '15 contact contact consent opposition',
  '17 contact contact consent consent opposition',
  '18 contact contact consent consent',
  '23 sale',
  '24 sale',
  '25d decision',
  '25e decision',
  '25f decision',
  '25i sale',
  '33 time time time time',
  '46 contact',
  '48d sale',
  '48e sale',
  '53 activity',
  '54c time',
  '54d message time',
  '54e message',
  '54f activity',
  '54q activity',
  '54r sale',
  '54s activity',
  '55 consent opposition',
  '55d consent',
  '55j consent opposition',
  '55l consent',
  '55o consent',
  '55p consent',
  '56d consent opposition',
  '57b consent opposition',
  '57c decision',
  '57d decision',
  '57e consent opposition',
  '62b contact',
  '62c contact',
  '63e contact',
  '63g contact',
  '63h contact',
  '63j contact',
  '63p contact',
  '66 sale consent consent',
  'CPF-1d contact',
  'CPF-2c sale',
  'CPF-2d sale',
  'CPF-2e sale',
  'CPF-2f sale',
  'CPF-2g sale',
  'CPF-2h sale',
  'D10b sale',
  'D10c sale',
  'D10d sale',
  'D10f sale',
  'D10h sale',
  'D17e decision',
  'D17i sale',
  'D17j sale',
  'D17k sale',
  'D17l sale',
  'D17m sale',
  'D17n sale',
  'D4c time',
  'D5 consent',
  'D5b consent opposition',
  'D5f opposition',
  'D5h opposition',
  'D5k contact',
  'D5n contact',
  'D5o contact',
  'D8b time',
  'D8c time',
  'FR-B2B-3e contact',
  'FR-B2B-3g contact',
  'MIN-1b contact',
  'RET-1b sale',
  'SENS-1c consent',
  'SENS-1d consent',
  'SENS-1e consent',
  'VOICE-1b contact',
  'VOICE-1d contact',
  // The reading lifts the quota of L. 223-1, and each call that it would count.
  'VOICE-1i message time message time message time message time',
  'VOICE-1k sale',
];

/** One row in three, which each commit draws anew: each is judged for itself. */
const ROWS = oneIn(3, TABLE);

describe('the acts of the decision table', () => {
  /** What a row comes to: all that it states. */
  const comesTo = async (row: Row): Promise<string> => {
    const { outcome, reasons, notes, notBefore } = verdictOf(await foldRow(row));
    const codesOf = (of: typeof reasons) => of.map(({ code }) => code);
    return JSON.stringify([outcome, codesOf(reasons), row.notes && codesOf(notes), notBefore]);
  };
  /** The acts without which the row comes to the same; one that cannot be folded then is none of them. */
  const idleActs = async (row: Row): Promise<readonly string[]> => {
    const whole = await comesTo(row);
    const { recorded = [] } = row;
    const without = recorded.map((act) => comesTo({ ...row, recorded: recorded.filter((each) => each !== act) }));
    const each = await Promise.all(without.map((one) => one.catch(() => undefined)));
    return recorded.flatMap(({ kind }, index) => (each[index] === whole ? [kind] : []));
  };
  test('state acts that decide, and those that do not: what is left out of a row is noticed', async () => {
    const idle = await Promise.all(ROWS.map(async (row) => [row.row, ...(await idleActs(row))]));
    const found = idle.filter(({ length }) => length > 1).map((each) => each.join(' '));
    const drawn = new Set(ROWS.map(({ row }) => row));
    const rowOf = (acts: string) => acts.slice(0, acts.indexOf(' '));
    expect(found).toEqual(ACTS_THAT_DO_NOT_DECIDE.filter((acts) => drawn.has(rowOf(acts))));
    const known = new Set(TABLE.map(({ row }) => row));
    expect(ACTS_THAT_DO_NOT_DECIDE.filter((acts) => !known.has(rowOf(acts)))).toEqual([]);
  });
});
