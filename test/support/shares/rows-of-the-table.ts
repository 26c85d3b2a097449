import { FAMILIES, TOLD_TO_THE_API } from '../../acceptance/decision-table/all.ts';
import type { Row } from '../../acceptance/decision-table/row.ts';
import { SHARE, shareOf } from './share.ts';

const familyOf = new Map(FAMILIES.flatMap(([family, rows]) => rows.map((row) => [row, family] as const)));
/** Rows that are asked at another time than a Tuesday morning. */
export const OTHER_TIMES = ['1', '32', '49', '49b', '49c', '50', '50b'];

/** What the API could do otherwise than the law in process, which is held to every row (test/law/table). */
export const kindsOfRow = (row: Row): readonly string[] => [
  `of ${familyOf.get(row)}`,
  `on ${row.asked.channel}`,
  `${row.outcome}, sent: ${row.sent !== undefined}, notBefore: ${row.notBefore !== undefined}`,
  ...row.codes,
  ...(row.notes ?? []).map((note) => `note ${note}`),
  ...(row.recorded ?? []).map(({ kind }) => `act ${kind}`),
  ...(OTHER_TIMES.includes(row.row) ? [`row ${row.row}`] : []),
];

/** The rows of the decision table that the API of the running stack is asked. */
export const askedRows = (seed: string = SHARE): readonly Row[] =>
  shareOf(TOLD_TO_THE_API, { every: 5, kindsOf: kindsOfRow }, seed);
