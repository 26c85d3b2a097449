import { createHash } from 'node:crypto';

/**
 * Which share of their rows the long searches of the suite take: drawn from this seed, another with `AVAL_SHARE=SEED npm test`; `all` of them
 * with `npm run whole`.
 */
export const SHARE = process.env.AVAL_SHARE ?? '1';
export const isWhole = SHARE === 'all';

/** What a long search counts: so many when all is asked for, else so many. */
export const shareOfCount = (whole: number, share: number): number => (isWhole ? whole : share);

const placeOf = (index: number, seed: string): string => createHash('sha256').update(`${seed}/${index}`).digest('hex');

/**
 * A share of these rows, in their order: of each kind that `kindsOf` names at least one, and one in `every` of all. Rows are taken as the
 * seed draws them; first whoever brings kinds that none before brought. With the seed `all`, every row.
 */
export const shareOf = <Row>(
  rows: readonly Row[],
  { every, kindsOf }: { readonly every: number; readonly kindsOf: (row: Row) => readonly string[] },
  seed: string = SHARE,
): readonly Row[] => {
  if (seed === 'all') return rows;
  const drawn = rows.map((row, index) => ({ row, place: placeOf(index, seed) }));
  drawn.sort((a, b) => a.place.localeCompare(b.place));
  const met = new Set<string>();
  const taken = new Set<Row>();
  for (const { row } of drawn) {
    const kinds = kindsOf(row);
    if (kinds.every((kind) => met.has(kind))) continue;
    for (const kind of kinds) met.add(kind);
    taken.add(row);
  }
  for (const { row } of drawn) if (taken.size < rows.length / every) taken.add(row);
  return rows.filter((row) => taken.has(row));
};
