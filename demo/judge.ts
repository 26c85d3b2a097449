import type { Asked } from './campaign/campaign.ts';
import { type Expectation, MAILINGS, type Mailing, type Row } from './export/rows.ts';
import type { Opposer } from './oppose.ts';

/** A message that became something else than the file says; named by line, never by address. */
export interface Mismatch {
  readonly line: number;
  readonly mailing: Mailing;
  readonly round: number;
  readonly situation: string;
  readonly expected: string;
  readonly got: string;
}

const text = ({ outcome, code }: Expectation): string => (code === undefined ? outcome : `${outcome}:${code}`);

/** True when the outcome is the one expected, and so is the primary code wherever one is written. */
const isAsExpected = (expected: Expectation, got: Expectation): boolean =>
  expected.outcome === got.outcome && (expected.code === undefined || expected.code === got.code);

/** Someone who said stop in round 1 must be refused that channel from then on, whatever the file says. */
const AFTER_OPPOSITION: Expectation = { outcome: 'refuse', code: 'OPPOSED_CHANNEL' };

const isOpposed = (asked: Asked, opposers: readonly Opposer[]): boolean =>
  asked.round > 1 &&
  opposers.some((opposer) => opposer.asked.row === asked.row && opposer.asked.contact?.kind === asked.contact?.kind);

/** Every message judged, and every expectation of the file looked for. */
export const mismatchesOf = (
  rows: readonly Row[],
  asked: readonly Asked[],
  opposers: readonly Opposer[],
): Mismatch[] => {
  const judged = asked.flatMap((each): Mismatch[] => {
    const inFile = each.row.expected[each.mailing];
    const expected = inFile && isOpposed(each, opposers) ? AFTER_OPPOSITION : inFile;
    if (expected && isAsExpected(expected, each)) return [];
    const { line, situation } = each.row;
    const wanted = expected ? text(expected) : 'not asked';
    return [{ line, mailing: each.mailing, round: each.round, situation, expected: wanted, got: text(each) }];
  });
  const seen = new Set(asked.map(({ row, mailing }) => `${row.line} ${mailing}`));
  const missing = rows.flatMap((row) =>
    MAILINGS.flatMap((mailing): Mismatch[] => {
      const expected = row.expected[mailing];
      if (!expected || seen.has(`${row.line} ${mailing}`)) return [];
      const { line, situation } = row;
      return [{ line, mailing, round: 0, situation, expected: text(expected), got: 'not asked' }];
    }),
  );
  return [...judged, ...missing];
};
