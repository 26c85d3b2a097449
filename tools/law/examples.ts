import { foldRows } from '#test/support/in-process/fold-table.ts';
import { verdictOf } from '#test/support/in-process/judge.ts';
import { CHAPTERS } from './chapters/chapters.ts';
import type { Answers } from './page/answers.ts';

/** Folds every situation of the chapters: what the law answers to it today. */
export const answersToday = async (): Promise<Answers> => {
  const rows = await foldRows(CHAPTERS.flatMap(({ situations }) => situations.map(({ row }) => row)));
  return Object.fromEntries(
    rows.map((row) => {
      const { outcome, reasons } = verdictOf(row);
      const { code = '', article } = reasons[0] ?? {};
      return [row.row, { outcome, code, ...(article === undefined ? {} : { article }) }];
    }),
  );
};
