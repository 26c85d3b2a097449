import { describe, expect, test } from 'vitest';
import { agreed, MAILS, opposed } from '../../acceptance/decision-table/acts.ts';
import { ONLY_A_JOURNEY, ONLY_IN_PROCESS, TABLE, TOLD_TO_THE_API } from '../../acceptance/decision-table/all.ts';
import { instant } from '../../support/builders.ts';
import { answerOf, foldRow, foldTable } from '../../support/in-process/fold-table.ts';
import { verdictOf } from '../../support/in-process/judge.ts';

describe.each(await foldTable())('the decision table: %s', (_, rows) => {
  test.each(rows.map((row) => [row.row, row.title, row] as const))('row %s: %s', (_number, _title, row) => {
    const { notes, notBefore } = verdictOf(row);
    expect(answerOf(row)).toEqual([row.outcome, ...row.codes]);
    if (row.notes) expect(notes.map(({ code }) => code)).toEqual(row.notes);
    expect(notBefore).toBe(row.notBefore === undefined ? undefined : instant(row.notBefore));
  });
});

describe('the rows of the decision table', () => {
  test('have a name of their own each, and every number from 1 to 72', () => {
    expect(new Set(TABLE.map(({ row }) => row)).size).toBe(TABLE.length);
    const numbers = new Set([...TABLE, ...ONLY_A_JOURNEY].map(({ row }) => Number.parseInt(row, 10)));
    const upTo72 = Array.from({ length: 72 }, (_, index) => index + 1);
    expect(upTo72.filter((number) => !numbers.has(number))).toEqual([]);
  });

  test('are told to the API, or say why not', () => {
    expect(TOLD_TO_THE_API.length + ONLY_IN_PROCESS.length).toBe(TABLE.length);
    expect(ONLY_IN_PROCESS.map(({ row }) => row)).toEqual([
      '11',
      '47b',
      '55e',
      '55p',
      '55q',
      '63p',
      '64',
      '65',
      '65b',
      'A6a',
      'A6b',
      'A6c',
      'A6d',
      'A6e',
      'A6f',
      'A6g',
      'A7a',
      'A7b',
      'P3b',
    ]);
    expect(ONLY_IN_PROCESS.filter(({ onlyInProcess: { why } }) => why.length < 40)).toEqual([]);
  });
});

describe('a row that cannot be folded', () => {
  const [row] = TABLE;
  test('is named, with what stopped it', async () => {
    const wrong = { ...row, asked: {}, row: '0', title: '', outcome: 'allow', codes: [] } as const;
    await expect(foldRow({ ...wrong, recorded: [agreed(), opposed(MAILS)] })).rejects.toThrow(
      /^row 0 cannot be folded/,
    );
  });
  test('nor is one that says an act was of tomorrow', async () => {
    const wrong = {
      asked: { channel: 'email', offerCategory: 'seeds' },
      row: '0',
      title: '',
      outcome: 'allow',
      codes: [],
    } as const;
    await expect(foldRow({ ...wrong, recorded: [agreed({ daysAgo: -1 })] })).rejects.toThrow(/row 0/);
  });
});
