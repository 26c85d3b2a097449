import { filledIndex } from '../../test/support/audience/filled-index.ts';

/** What is counted: its conditions, and whether the row of this number meets them. */
const SEGMENTS = [
  { name: 'all', where: undefined, isIn: () => true },
  {
    name: 'who speaks French and is a member',
    where: { languages: ['fr'], labels: { card: ['member'] } },
    isIn: (n: number) => n % 15 === 0,
  },
];

/** What it takes to count segments of so many rows, on DynamoDB Local. Throws where a count is not how many were made. */
export const benchCounts = async (sizes: readonly number[]): Promise<readonly [string[], (string | number)[][]]> => {
  const measured: (string | number)[][] = [];
  for (const rows of sizes) {
    const index = await filledIndex(rows);
    for (const { name, where, isIn } of SEGMENTS) {
      const began = performance.now();
      const { count, queries, units } = await index.count(where);
      const seconds = (performance.now() - began) / 1000;
      const made = Array.from({ length: rows }, (_, n) => n).filter(isIn).length;
      if (count !== made) throw new Error(`counted ${count} of ${made}`);
      measured.push([rows, name, count, queries, Math.round(units), seconds.toFixed(2)]);
    }
    await index.close();
  }
  return [['rows', 'segment', 'counted', 'queries', 'read units', 'seconds'], measured];
};
