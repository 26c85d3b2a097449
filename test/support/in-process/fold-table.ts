import type { Rulebook } from '#shared/law/fold/rulebook.ts';
import { instantOf, USUAL_TIME } from '../../acceptance/clock.ts';
import { FAMILIES, TABLE } from '../../acceptance/decision-table/all.ts';
import { groundOf, inquiryOfRow } from '../../acceptance/decision-table/inquiry.ts';
import type { Judged, Row } from '../../acceptance/decision-table/row.ts';
import { judgedInProcess, verdictOf } from './judge.ts';

/** A row of the table, folded in process: what its message is judged on, beside what must come out. */
export type FoldedRow = Row & Judged;

/** Folds the row at its own moment. Throws, naming the row, when something of it cannot be recorded. */
export const foldRow = async (row: Row): Promise<FoldedRow> => {
  const now = instantOf(row.at ?? USUAL_TIME);
  try {
    const judged = await judgedInProcess(inquiryOfRow(row, groundOf(row, 'in process', now)), now);
    return { ...row, ...(row.onlyInProcess?.as(judged) ?? judged) };
  } catch (cause) {
    throw new Error(`row ${row.row} cannot be folded: ${String(cause)}`, { cause });
  }
};

/** Every row of the table, folded in process, by family. */
export const foldTable = (): Promise<readonly (readonly [family: string, rows: readonly FoldedRow[]])[]> =>
  Promise.all(FAMILIES.map(async ([family, rows]) => [family, await Promise.all(rows.map(foldRow))] as const));

/** The rows of these names, folded in process. Throws when the table has none of a name. */
export const foldRows = (names: readonly string[]): Promise<readonly FoldedRow[]> =>
  Promise.all(
    names.map((name) => {
      const row = TABLE.find((each) => each.row === name);
      if (row === undefined) throw new Error(`the decision table has no row ${name}`);
      return foldRow(row);
    }),
  );

/** The outcome of a folded row and its codes, in order. */
export const answerOf = (row: FoldedRow, rulebook?: Rulebook): readonly string[] => {
  const { outcome, reasons } = verdictOf(row, rulebook);
  return [outcome, ...reasons.map(({ code }) => code)];
};
