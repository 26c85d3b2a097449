import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';

/**
 * Which share of their rows the long searches of the suite take: drawn from this seed, another with `AVAL_SHARE=SEED npm test`; `all` of them
 * with `npm run whole`. It stays the same from commit to commit, as what the roles of functions are held to hangs on what was asked.
 */
export const SHARE = process.env.AVAL_SHARE ?? '1';
export const isWhole = SHARE === 'all';

let newest: string | undefined;
/** The beginning of a commit's hash, or nothing: what git says of the newest one of this folder, asked once. */
const newestCommit = (): string => {
  if (newest !== undefined) return newest;
  const { stdout } = spawnSync('git', ['rev-parse', '--short=8', 'HEAD'], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
  newest = (stdout ?? '').trim();
  return newest;
};

/**
 * The seed of searches whose rows are judged each for itself, so that which are drawn changes nothing elsewhere: mails, pages, rotations of keys, simulations.
 * Each commit draws another share of them: its seed is the beginning of the newest commit's hash, `1` where there is no git, or `AVAL_COMMIT`; `all` where
 * all of `SHARE` is asked for.
 */
export const shareOfCommit = (
  given: string | undefined = isWhole ? SHARE : process.env.AVAL_COMMIT,
  commit: () => string = newestCommit,
): string => given ?? (commit() || '1');

/** A seed as the whole number by which fast-check draws. */
export const numberOfSeed = (seed: string): number => createHash('sha256').update(seed).digest().readInt32BE();

/** What a long search counts: so many when all is asked for, else so many. */
export const shareOfCount = (whole: number, share: number): number => (isWhole ? whole : share);

const placeOf = (index: number, seed: string): string => createHash('sha256').update(`${seed}/${index}`).digest('hex');

/** These rows in an order drawn by the seed. */
export const drawnOrder = <Row>(rows: readonly Row[], seed: string): readonly Row[] =>
  rows
    .map((row, index) => ({ row, place: placeOf(index, seed) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ row }) => row);

/** One of these rows, which each commit draws anew: where one path is asked at several sizes, or under several names. */
export const oneOfCommit = <Row>(rows: readonly Row[], seed: string = shareOfCommit()): readonly Row[] =>
  seed === 'all' ? rows : drawnOrder(rows, seed).slice(0, 1);

/** The same for one of several such lists, so that they do not all draw the same place. */
export const oneOfCommitFor = <Row>(name: string, rows: readonly Row[], seed: string = shareOfCommit()) =>
  oneOfCommit(rows, seed === 'all' ? seed : `${seed}/${name}`);

/** Of rows as they are drawn, those that bring kinds that none before brought; and of these none all of whose kinds the others have. */
const ofEachKind = <Row>(drawn: readonly Row[], kindsOf: (row: Row) => readonly string[]): Set<Row> => {
  const met = new Map<string, number>();
  const meet = (kinds: readonly string[], by: number): void => {
    for (const kind of kinds) met.set(kind, (met.get(kind) ?? 0) + by);
  };
  const brings = new Map<Row, readonly string[]>();
  for (const row of drawn) {
    const kinds = [...new Set(kindsOf(row))];
    if (kinds.every((kind) => met.has(kind))) continue;
    meet(kinds, 1);
    brings.set(row, kinds);
  }
  for (const [row, kinds] of [...brings])
    if (kinds.every((kind) => (met.get(kind) ?? 0) > 1)) {
      meet(kinds, -1);
      brings.delete(row);
    }
  return new Set(brings.keys());
};

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
  const drawn = drawnOrder(rows, seed);
  const taken = ofEachKind(drawn, kindsOf);
  for (const row of drawn) if (taken.size < rows.length / every) taken.add(row);
  return rows.filter((row) => taken.has(row));
};

/** One in so many of these rows, in their order, which each commit draws anew: where each is judged for itself, and none is of a kind of its own. */
export const oneIn = <Row>(every: number, rows: readonly Row[], seed: string = shareOfCommit()): readonly Row[] =>
  shareOf(rows, { every, kindsOf: () => [] }, seed);
